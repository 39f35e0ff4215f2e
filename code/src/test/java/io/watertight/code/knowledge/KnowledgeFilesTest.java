package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnowledgeFilesTest {

    private static final String HEAD = "version: 1\nlibrary: ours\nsource: our wiki, 2027\n";

    @TempDir
    Path folder;

    @Test
    void aUsersFileAddsAndOverrides() throws IOException {
        Path file = write(HEAD + """
                aliases:
                  shop.old: shop.features
                classes:
                  shop.features.Clean: {role: stateless}
                  sklearn.preprocessing.StandardScaler: {role: stateless}
                functions:
                  shop.features.add_rates: {learns: group, data: [orders], parameters: [orders, by]}
                methods:
                  frame:
                    shop_clean: {}
                    head: {rows: same}
                """);
        Knowledge knowledge = KnowledgeFiles.with(List.of(file));
        assertThat(knowledge.type("shop.old.Clean").orElseThrow().role()).isEqualTo(EstimatorRole.STATELESS);
        assertThat(knowledge
                        .type("sklearn.preprocessing.StandardScaler")
                        .orElseThrow()
                        .role())
                .isEqualTo(EstimatorRole.STATELESS);
        assertThat(knowledge.function("shop.features.add_rates").orElseThrow().learns())
                .isEqualTo(Learns.GROUP);
        assertThat(knowledge.method("frame", "head").orElseThrow().rows()).isEqualTo(RowEffect.SAME);
        assertThat(knowledge.method("frame", "tail").orElseThrow().rows()).isEqualTo(RowEffect.SUBSET);
        assertThat(Knowledge.bundled().method("frame", "head").orElseThrow().rows())
                .isEqualTo(RowEffect.SUBSET);
    }

    @Test
    void theLaterFileIsRight() throws IOException {
        Path first = write(HEAD + "functions:\n  shop.f: {rows: subset}\n");
        Path second = Files.writeString(folder.resolve("second.yml"), HEAD + "functions:\n  shop.f: {rows: union}\n");
        assertThat(KnowledgeFiles.with(List.of(first, second))
                        .function("shop.f")
                        .orElseThrow()
                        .rows())
                .isEqualTo(RowEffect.UNION);
    }

    @Test
    void withoutFilesItIsTheBundledKnowledge() {
        assertThat(KnowledgeFiles.with(List.of())).isSameAs(Knowledge.bundled());
    }

    @Test
    void anOmittedPropertyIsTheHarmlessOne() throws IOException {
        Effect effect = KnowledgeFiles.with(List.of(write(HEAD + "functions:\n  shop.f: {}\n")))
                .function("shop.f")
                .orElseThrow();
        assertThat(effect)
                .isEqualTo(new Effect(
                        "shop.f",
                        Action.DERIVE,
                        RowEffect.SAME,
                        Gives.SAME,
                        Learns.NOTHING,
                        false,
                        Effect.Inplace.NEVER,
                        List.of(),
                        List.of(),
                        "",
                        Optional.empty()));
    }

    @Test
    void theWiderYamlOfAUserIsRead() throws IOException {
        Path file = write("""
                # ours
                version: "1"
                library: 'ours'
                source: >
                  our wiki
                functions:
                  shop.f:
                    rows: union
                    data:
                      - left
                      - right
                    parameters: [left,
                      right]
                """);
        Effect effect = KnowledgeFiles.with(List.of(file)).function("shop.f").orElseThrow();
        assertThat(effect.rows()).isEqualTo(RowEffect.UNION);
        assertThat(effect.data()).containsExactly("left", "right");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "shop.f: {rows: unoin} | line 5: 'shop.f': 'rows' cannot be 'unoin'. | you mean 'union'",
                "shop.f: {row: union} | line 5: 'shop.f': there is no property 'row'. | you mean 'rows'",
                "shop.f: {learns: everything} | 'learns' cannot be 'everything' | it is one of nothing, summary,",
                "shop.f: union | 'shop.f': it needs properties, not one value | write shop.f: {}",
                "shop.f: {data: [frame]} | 'data' names 'frame' | add parameters: [frame]",
                "shop.f: {data: [fram], parameters: [frame]} | 'data' names 'fram' | you mean 'frame'",
                "shop.f: {target: z, parameters: [x]} | 'target' names 'z' | you mean 'x'",
                "shop.f: {ahead: sometimes} | 'ahead' cannot be 'sometimes' | it is one of always",
                "shop.f: {ahead: {negative: n}} | 'ahead' names 'n' | add parameters: [n]",
                "shop.f: {ahead: {positive: n}, parameters: [n]} | 'ahead' cannot be 'positive' | it is one of negative",
                "shop.f: {ahead: {one-of: n}, parameters: [n]} | 'one-of' has no values | add values",
                "shop.f: {ahead: {}, parameters: [n]} | 'ahead' has no test | write ahead: {negative: PARAMETER}",
                "shop.f: {learns-if: {true: n, missing: n}, parameters: [n]} | has two tests | keep one of",
                "shop.f: {supervised: perhaps} | 'supervised' cannot be 'perhaps' | it is one of true, false",
                "shop.f: {rows: [same, union]} | 'rows' needs one value, not a list | write rows: VALUE",
                "shop.f: {rows: null} | 'rows' needs one value, not nothing | write rows: VALUE",
                "shop-f: {} | 'shop-f' is not a name of Python | package.module.name",
            })
    void aWrongEntryIsNamedWithARemedy(String entry, String problem, String remedy) throws IOException {
        Path file = write(HEAD + "functions:\n  " + entry + "\n");
        assertThatThrownBy(() -> KnowledgeFiles.with(List.of(file)))
                .asInstanceOf(InstanceOfAssertFactories.type(WatertightException.class))
                .satisfies(wrong -> {
                    assertThat(wrong.getMessage())
                            .startsWith(file + ", line 5: ")
                            .contains(problem);
                    assertThat(wrong.remedy()).contains(remedy);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "classes: {a.B: {learns: scale}} | 'a.B': it has no 'role' | add role",
                "classes: {a.B: {role: scaler}} | 'role' cannot be 'scaler' | you mean",
                "classes: {a.B: {role: splitter, keeps: order}} | 'keeps' cannot be 'order' | classes, groups, time",
                "classes: {a.B: {role: splitter, shuffles: maybe}} | 'shuffles' cannot be 'maybe' | always, default",
                "classes: {a.B: {role: splitter, rows: same}} | no property 'rows' | 'role'",
                "functoins: {} | there is no section 'functoins' | you mean 'functions'",
                "functions: [a] | 'functions' needs names with their properties, not a list | write: NAME: {...}",
                "methods: {frames: {a: {}}} | no kind of receiver 'frames' | you mean 'frame'",
                "aliases: {a.b: [c]} | 'a.b' needs one value | write a.b: VALUE",
                "aliases: {a.b: c d} | 'c d' is not a name of Python | package.module.name",
                "library: again | 'library' stands here a second time | remove one",
            })
    void aWrongSectionIsNamedWithARemedy(String line, String problem, String remedy) throws IOException {
        Path file = write(HEAD + line + "\n");
        assertThatThrownBy(() -> KnowledgeFiles.with(List.of(file)))
                .asInstanceOf(InstanceOfAssertFactories.type(WatertightException.class))
                .satisfies(wrong -> {
                    assertThat(wrong.getMessage())
                            .startsWith(file + ", line 4: ")
                            .contains(problem);
                    assertThat(wrong.remedy()).contains(remedy);
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | there is no 'version'",
                "library: a | there is no 'version'",
                "version: 2 | 'version' is '2', and this program reads version 1",
                "version: 1 | there is no 'library'",
                "[a] | the file needs names with their properties, not a list",
            })
    void aFileThatDoesNotSayWhatItIsIsRefused(String text, String problem) throws IOException {
        Path file = write(text);
        assertThatThrownBy(() -> KnowledgeFiles.with(List.of(file)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aMissingFileIsNamed() {
        Path missing = folder.resolve("absent.yml");
        assertThatThrownBy(() -> KnowledgeFiles.with(List.of(missing)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining(missing.toString());
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Path file = Files.write(folder.resolve("binary.yml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThatThrownBy(() -> KnowledgeFiles.with(List.of(file)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void theExampleOfTheDocumentationWorks() throws IOException {
        String page = Files.readString(Path.of("../docs/knowledge.md"));
        String example = page.substring(page.indexOf("```yaml\n") + 8);
        Path file = write(example.substring(0, example.indexOf("```")));
        Knowledge knowledge = KnowledgeFiles.with(List.of(file));
        assertThat(knowledge.type("bank.prep.BranchScaler").orElseThrow().learns())
                .isEqualTo(Learns.SCALE);
        assertThat(knowledge
                        .function("bank.prep.add_default_rate")
                        .orElseThrow()
                        .learns())
                .isEqualTo(Learns.TARGET);
        assertThat(knowledge.function("bank.io.read_ledger").orElseThrow().action())
                .isEqualTo(Action.SOURCE);
        assertThat(knowledge.function("bank.old_prep.add_default_rate")).isPresent();
        assertThat(knowledge.method("frame", "lead").orElseThrow().ahead()).isPresent();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("ours.yml"), text);
    }
}
