package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the documents say about the program, held against the program. */
final class DocumentsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]*");
    private static final Pattern COMMAND = Pattern.compile("(?:`|\\./|^ {4})watertight ([a-z]+)\\b", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    @TempDir
    Path folder;

    private static CommandLine program() {
        return Main.commandLine(Shell.ofProcess());
    }

    /** All text but the lines that call other programs, which have options of their own. */
    private static String ofOurs(String document) throws IOException {
        try (Stream<String> lines = Files.lines(ROOT.resolve(document))) {
            return String.join(
                    "\n",
                    lines.filter(line -> !line.matches(".*\\b(mvn|git|java) .*"))
                            .toList());
        }
    }

    private static Set<String> found(Pattern pattern, int group, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
            found.add(matcher.group(group));
        }
        return found;
    }

    @Test
    void theCommittedCatalogueIsTheOneTheProgramPrints() throws IOException {
        String printed =
                Run.in(folder, "checks", "--format", "markdown").exits(0).out();

        assertThat(Files.readString(ROOT.resolve("docs/checks.md")))
                .as(
                        "docs/checks.md is out of date; write it again: ./watertight checks --format markdown > docs/checks.md")
                .isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/manual.md",
                "docs/adopting.md",
                "docs/lint.md",
                "docs/splits.md",
                "docs/cases/aftershocks.md",
                "docs/cases/chicago-food-inspections.md",
                "docs/cases/salary.md"
            })
    void everyOptionThatIsNamedExists(String document) throws IOException {
        Set<String> known = new TreeSet<>();
        program()
                .getSubcommands()
                .values()
                .forEach(command ->
                        known.addAll(command.getCommandSpec().optionsMap().keySet()));
        known.addAll(program().getCommandSpec().optionsMap().keySet());

        Set<String> named = found(OPTION, 0, ofOurs(document));

        assertThat(named).as("options named in %s", document).isNotEmpty();
        assertThat(known).as("options named in %s", document).containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit", "regress", "evaluate", "compare", "columns", "assess", "split", "generate"})
    void theManualNamesEveryOption(String command) throws IOException {
        List<String> missing = new ArrayList<>();
        Set<String> named = found(OPTION, 0, ofOurs("docs/manual.md"));
        program().getSubcommands().get(command).getCommandSpec().options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .filter(option -> Stream.of(option.names()).noneMatch(named::contains))
                .forEach(option -> missing.add(option.longestName()));

        assertThat(missing)
                .as("options of %s that docs/manual.md leaves out", command)
                .isEmpty();
    }

    @Test
    void thePageAboutCodeNamesEveryOption() throws IOException {
        Set<String> named = found(OPTION, 0, ofOurs("docs/lint.md"));

        assertThat(program().getSubcommands().get("lint").getCommandSpec().options())
                .filteredOn(option -> !option.usageHelp() && !option.versionHelp())
                .allMatch(option -> named.contains(option.longestName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/manual.md"})
    void everyCommandThatIsNamedExists(String document) throws IOException {
        Set<String> named = found(COMMAND, 1, Files.readString(ROOT.resolve(document)));

        assertThat(named).as("commands named in %s", document).contains("audit");
        assertThat(program().getSubcommands().keySet())
                .as("commands named in %s", document)
                .containsAll(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "CONTRIBUTING.md",
                "docs/adopting.md",
                "docs/python.md",
                "docs/manual.md",
                "docs/lint.md",
                "docs/checks.md",
                "docs/ledger.md",
                "docs/evaluation.md",
                "docs/learners.md",
                "docs/pipelines.md",
                "docs/cases/aftershocks.md",
                "docs/cases/chicago-food-inspections.md",
                "docs/cases/regression.md",
                "docs/cases/salary.md",
                "docs/cases/selection-on-noise.md",
                "docs/cases/stacking.md",
                "docs/cases/titanic-imputer.md",
                "docs/splits.md",
                "benchmark/README.md",
                "benchmark/splits/README.md",
                "benchmark/quality/README.md",
                "benchmark/scale/README.md",
                "benchmark/near-duplicates/README.md",
                "docs/scale.md",
                "docs/spark.md",
                "benchmark/speed/README.md"
            })
    void everyLinkLeadsToAFile(String document) throws IOException {
        Path here = ROOT.resolve(document).toAbsolutePath().getParent();
        Set<String> links = found(LINK, 1, Files.readString(ROOT.resolve(document)));
        links.removeIf(link -> link.startsWith("http"));

        assertThat(links)
                .as("links of %s", document)
                .allSatisfy(link -> assertThat(here.resolve(link)).exists());
    }

    @Test
    void theCaseShowsTheSheetThatTheTerminalPrints() throws IOException {
        RegressCommandTest.cars(folder);
        String page = Files.readString(ROOT.resolve("docs/cases/regression.md"));
        int begin = page.indexOf("```text\n") + "```text\n".length();
        String shown = page.substring(begin, page.indexOf("```", begin)).strip();

        String printed = Run.in(
                        folder,
                        "regress",
                        "mtcars.csv",
                        "--target",
                        "mpg",
                        "--features",
                        "wt,hp",
                        "--robust",
                        "--no-advice")
                .exits(0)
                .out();

        assertThat(shown).isNotEmpty();
        assertThat(printed)
                .as("docs/cases/regression.md shows another sheet than the program prints:%n%s", printed)
                .startsWith(shown);
    }

    @Test
    void theReadmeShowsWhatTheTerminalPrints() throws IOException {
        Tables.cards(folder);
        String readme = Files.readString(ROOT.resolve("README.md"));
        int begin = readme.indexOf("```text\n") + "```text\n".length();
        String shown = readme.substring(begin, readme.indexOf("```", begin)).strip();

        String printed = Run.in(folder, "audit", "applications.csv", "--target", "card")
                .exits(1)
                .out();

        assertThat(shown).isNotEmpty();
        assertThat(printed)
                .as("README.md shows other first lines than the program prints; copy them from there")
                .startsWith(shown);
    }
}
