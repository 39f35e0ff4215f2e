package io.watertight.ml.ledger;

import static io.watertight.ml.ledger.LedgerTest.NOON;
import static io.watertight.ml.ledger.LedgerTest.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.ml.ledger.AssessmentPolicy.Once;
import io.watertight.ml.ledger.AssessmentPolicy.Recorded;
import io.watertight.ml.ledger.LedgerProblem.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What version control does to a ledger: only the folder {@code watertight-ledger} travels, {@code .watertight} stays. */
final class LedgerMergeTest {

    private static final TestSetIdentity SET = TestSets.loans(300, 1).identity();

    @TempDir
    Path root;

    private Path clone(String name) throws IOException {
        return Files.createDirectories(root.resolve(name));
    }

    private static Ledger ledger(Path clone, String writer) {
        return Ledger.open(clone, NOON, new WriterIdentity(writer, writer));
    }

    private static void look(Path clone, String writer, String model) {
        ledger(clone, writer).assess(SET, model(model)).score(0.5, OptionalDouble.empty());
    }

    /** What a commit would hold. */
    private static Map<String, String> commit(Path clone) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path place = clone.resolve(LedgerFolder.NAME);
        if (Files.exists(place)) {
            try (Stream<Path> all = Files.list(place)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    files.put(file.getFileName().toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void checkOut(Path clone, Map<String, String> commit) throws IOException {
        Path place = Files.createDirectories(clone.resolve(LedgerFolder.NAME));
        for (String old : commit(clone).keySet()) {
            Files.delete(place.resolve(old));
        }
        for (Map.Entry<String, String> file : commit.entrySet()) {
            Files.writeString(place.resolve(file.getKey()), file.getValue());
        }
    }

    /** As git merges: a file changed on one side only is taken; changed on both sides it is a conflict. */
    private static Map<String, String> merge(
            Map<String, String> base, Map<String, String> left, Map<String, String> right) {
        Map<String, String> merged = new TreeMap<>(left);
        right.forEach((name, text) -> {
            String before = base.get(name);
            String here = left.get(name);
            boolean isSame = text.equals(here);
            boolean isOnlyRight = here == null || here.equals(before);
            boolean isOnlyLeft = text.equals(before);
            assertThat(isSame || isOnlyRight || isOnlyLeft)
                    .as("conflict in %s", name)
                    .isTrue();
            if (isOnlyRight) {
                merged.put(name, text);
            }
        });
        return merged;
    }

    @Test
    void twoPeoplesBranchesMerge() throws IOException {
        Path ann = clone("ann");
        Path bob = clone("bob");
        ledger(ann, "ann").lock(SET, "loans", new Recorded());
        Map<String, String> base = commit(ann);
        checkOut(bob, base);
        look(ann, "ann", "a");
        look(bob, "bob", "b");
        look(bob, "bob", "c");

        Map<String, String> merged = merge(base, commit(ann), commit(bob));
        checkOut(ann, merged);

        assertThat(ledger(ann, "ann").read().problems()).isEmpty();
        assertThat(ledger(ann, "ann").history(SET).looks()).hasSize(3);
        look(ann, "ann", "d");
        assertThat(commit(ann).keySet()).containsExactlyInAnyOrder(".gitattributes", "ann.jsonl", "bob.jsonl");
    }

    /** Writes, switches and merges at random, in one clone; nothing is lost, nothing conflicts, nothing looks like tampering. */
    @RepeatedTest(8)
    void branchesOfOneCloneMergeWithoutConflict(RepetitionInfo info) throws IOException {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        Path clone = clone("clone");
        ledger(clone, "ann").lock(SET, "loans", new Recorded());
        Map<String, String> base = commit(clone);
        List<Map<String, String>> branches = new ArrayList<>(List.of(base, base, base));
        int looks = 0;
        for (int step = 0; step < 12; step++) {
            int branch = random.nextInt(3);
            checkOut(clone, branches.get(branch));
            look(clone, "ann", "model " + looks++);
            branches.set(branch, commit(clone));
        }
        Map<String, String> merged = merge(base, merge(base, branches.get(0), branches.get(1)), branches.get(2));
        checkOut(clone, merged);

        LedgerReading reading = ledger(clone, "ann").read();

        assertThat(reading.problems()).as("seed %d", seed).isEmpty();
        assertThat(ledger(clone, "ann").history(SET).looks()).hasSize(looks);
        look(clone, "ann", "last");
        assertThat(commit(clone)).as("the merged chains go on").hasSameSizeAs(merged);
    }

    @Test
    void anotherBranchIsNoTampering() throws IOException {
        Path clone = clone("clone");
        ledger(clone, "ann").lock(SET, "loans", new Recorded());
        Map<String, String> base = commit(clone);
        look(clone, "ann", "a");
        checkOut(clone, base);

        LedgerReading reading = ledger(clone, "ann").read();

        assertThat(reading.isSound()).isTrue();
        assertThat(reading.problems())
                .extracting(LedgerProblem::toString)
                .containsExactly("watertight-ledger/ann.jsonl: this machine left 3 entries here and finds 1:"
                        + " another branch is checked out, or the end was cut");
        look(clone, "ann", "b");
        assertThat(commit(clone)).containsKey("ann-2.jsonl").containsEntry("ann.jsonl", base.get("ann.jsonl"));
    }

    @Test
    void aCutChainIsFoundByTheOthersThatSawIt() throws IOException {
        Path ann = clone("ann");
        ledger(ann, "ann").lock(SET, "loans", new Recorded());
        look(ann, "ann", "a");
        Path bob = clone("bob");
        checkOut(bob, commit(ann));
        look(bob, "bob", "b");
        Path file = bob.resolve("watertight-ledger/ann.jsonl");
        List<String> lines = Files.readAllLines(file);

        for (int kept = 0; kept < lines.size(); kept++) {
            Files.write(file, lines.subList(0, kept));
            assertThat(ledger(bob, "bob").read().tampering())
                    .as("%d lines kept", kept)
                    .extracting(LedgerProblem::kind)
                    .containsExactly(Kind.CUT);
        }
        Files.delete(file);
        assertThat(ledger(bob, "bob").read().tampering())
                .extracting(LedgerProblem::what)
                .first()
                .asString()
                .contains("chain bob saw 3 entries");
        assertThatThrownBy(() -> look(bob, "bob", "c")).isInstanceOf(WatertightException.class);
    }

    @Test
    void anEndCutOffTheOnlyChainIsSeenByTheMachineThatWroteItAlone() throws IOException {
        Path ann = clone("ann");
        ledger(ann, "ann").lock(SET, "loans", new Recorded());
        look(ann, "ann", "a");
        Path file = ann.resolve("watertight-ledger/ann.jsonl");
        Files.write(file, Files.readAllLines(file).subList(0, 1));
        Path elsewhere = clone("elsewhere");
        checkOut(elsewhere, commit(ann));

        assertThat(ledger(ann, "ann").read().problems())
                .extracting(LedgerProblem::kind)
                .containsExactly(Kind.ELSEWHERE);
        assertThat(ledger(elsewhere, "bob").read().problems())
                .as("the documented limit")
                .isEmpty();
    }

    @Test
    void aCopiedFolderKeepsTheHistory() throws IOException {
        Path first = clone("first");
        ledger(first, "ann").lock(SET, "loans", new Once());
        look(first, "ann", "a");
        Path copy = clone("copy");
        try (Stream<Path> all = Files.walk(first)) {
            for (Path file : all.sorted().toList()) {
                Files.copy(file, copy.resolve(first.relativize(file)), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        assertThatThrownBy(() -> look(copy, "ann", "b")).isInstanceOf(WatertightException.class);
    }

    @Test
    void everyCloneOfEveryUserWritesAChainOfItsOwn() throws IOException {
        Path first = clone("first");
        WriterIdentity writer = WriterIdentity.of(first);
        Path copy = clone("copy");
        Files.createDirectories(copy.resolve(".watertight"));
        try (Stream<Path> all = Files.list(first.resolve(".watertight"))) {
            for (Path file : all.toList()) {
                Files.copy(file, copy.resolve(".watertight").resolve(file.getFileName()));
            }
        }

        assertThat(WriterIdentity.of(first)).isEqualTo(writer);
        assertThat(writer.name()).isEqualTo(System.getProperty("user.name"));
        assertThat(WriterIdentity.of(copy)).isNotEqualTo(writer);
        assertThatThrownBy(() -> new WriterIdentity("ann", "../ann")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aDamagedWriterIsNamed() throws IOException {
        Path clone = clone("clone");
        WriterIdentity.of(clone);
        try (Stream<Path> all = Files.list(clone.resolve(".watertight"))) {
            Files.writeString(all.findFirst().orElseThrow(), "../../etc");
        }

        assertThatThrownBy(() -> WriterIdentity.of(clone))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("writer-");
    }
}
