package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.YamlNode;
import io.watertight.core.study.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files that come with the program: that they are in order. What they say is in KnowledgeFactsTest. */
class BundledKnowledgeTest {

    static List<String> files() {
        return KnowledgeFiles.BUNDLED;
    }

    @Test
    void everyFileInTheFolderIsRead() throws IOException, URISyntaxException {
        Path pandas = Path.of(Objects.requireNonNull(KnowledgeFiles.class.getResource("pandas.yml"))
                .toURI());
        try (Stream<Path> folder = Files.list(pandas.resolveSibling("."))) {
            assertThat(folder.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yml")))
                    .containsExactlyInAnyOrderElementsOf(
                            files().stream().map(name -> name + ".yml").toList());
        }
        assertThat(files()).isSorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theQuickReaderReadsWhatTheYamlReaderReads(String name) {
        String text = text(name + ".yml");
        assertThat(EntryLines.read(text)).isEqualTo(Optional.of(YamlReader.read(text, name)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everySectionIsSorted(String name) {
        for (YamlNode.Entry section : entries(YamlReader.read(text(name + ".yml"), name))) {
            if (section.key().equals("methods")) {
                assertThat(names(section.value())).isSorted();
                entries(section.value())
                        .forEach(kind ->
                                assertThat(names(kind.value())).as(kind.key()).isSorted());
            } else if (section.value() instanceof YamlNode.Entries) {
                assertThat(names(section.value())).as(section.key()).isSorted();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyEntryStandsOnALineOfItsOwn(String name) {
        KnowledgeFile file = KnowledgeFiles.bundled(name);
        long entries = file.classes().size()
                + file.functions().size()
                + file.aliases().size()
                + file.methods().values().stream().mapToLong(Map::size).sum();
        assertThat(text(name + ".yml").lines().filter(line -> line.matches(" +[\\w.]+: \\S.*")))
                .hasSize((int) entries);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileSaysWhereItWasRead(String name) {
        assertThat(KnowledgeFiles.bundled(name).source()).contains("https://").containsPattern("\\d");
        assertThat(KnowledgeFiles.bundled(name).library()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("files")
    void functionsAndClassesAreQualifiedAndMethodsAreNot(String name) {
        KnowledgeFile file = KnowledgeFiles.bundled(name);
        assertThat(file.classes().keySet()).allMatch(entry -> entry.contains("."));
        assertThat(file.functions().keySet()).allMatch(entry -> entry.contains("."));
        file.methods()
                .forEach((kind, methods) ->
                        assertThat(methods.keySet()).as(kind).noneMatch(entry -> entry.contains(".")));
    }

    @Test
    void noTwoFilesSpeakOfTheSameName() {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String name : files()) {
            KnowledgeFile file = KnowledgeFiles.bundled(name);
            List<String> said = new ArrayList<>(file.aliases().keySet());
            said.addAll(file.classes().keySet());
            said.addAll(file.functions().keySet());
            file.methods()
                    .forEach((kind, methods) -> methods.keySet().forEach(method -> said.add(kind + "#" + method)));
            for (String one : said) {
                String before = seen.put(one, name);
                if (before != null) {
                    twice.add(one + " in " + before + " and " + name);
                }
            }
        }
        assertThat(twice).isEmpty();
        assertThat(Knowledge.bundled().size()).isGreaterThan(4_000);
    }

    @Test
    void everyAliasLeadsToSomethingKnown() {
        Knowledge knowledge = Knowledge.bundled();
        List<String> known = new ArrayList<>(knowledge.classes().keySet());
        known.addAll(knowledge.functions().keySet());
        assertThat(knowledge.aliases().values())
                .allSatisfy(target -> assertThat(known)
                        .as(target)
                        .anyMatch(name -> name.equals(target) || name.startsWith(target + ".")));
        assertThat(knowledge.aliases().keySet())
                .noneMatch(old -> known.stream().anyMatch(name -> name.equals(old) || name.startsWith(old + ".")));
    }

    @Test
    void everyEstimatorOfScikitLearnIsKnown() {
        List<String> estimators = text("scikit-learn-estimators.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(estimators).hasSizeGreaterThan(190);
        assertThat(estimators)
                .allSatisfy(name -> assertThat(Knowledge.bundled().type("sklearn." + name))
                        .as(name)
                        .isPresent());
    }

    @Test
    void whateverLearnsTheTargetSaysThatItIsSupervised() {
        Knowledge knowledge = Knowledge.bundled();
        assertThat(knowledge.classes().values())
                .filteredOn(entry -> entry.learns() == Learns.TARGET)
                .isNotEmpty()
                .allMatch(ClassEntry::supervised);
        assertThat(knowledge.functions().values())
                .filteredOn(effect -> effect.learns() == Learns.TARGET)
                .allMatch(Effect::supervised);
    }

    @Test
    void whatHasNoRoleForLearningLearnsNothing() {
        assertThat(Knowledge.bundled().classes().values())
                .filteredOn(entry -> entry.role() == EstimatorRole.STATELESS
                        || entry.role() == EstimatorRole.SPLITTER
                        || entry.role() == EstimatorRole.PIPELINE)
                .allMatch(entry -> entry.learns() == Learns.NOTHING);
        assertThat(Knowledge.bundled().classes().values())
                .filteredOn(entry -> entry.role() == EstimatorRole.TRANSFORMER)
                .allMatch(entry -> entry.learns() != Learns.NOTHING);
    }

    private static List<YamlNode.Entry> entries(YamlNode node) {
        return node instanceof YamlNode.Entries map ? map.entries() : List.of();
    }

    private static List<String> names(YamlNode node) {
        return entries(node).stream().map(YamlNode.Entry::key).toList();
    }

    private static String text(String resource) {
        try (InputStream stream = KnowledgeFiles.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(stream, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
