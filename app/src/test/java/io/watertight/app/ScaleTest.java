package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page about scale tells of every statistic, and of every check what its statistics cost. */
final class ScaleTest {

    private static final Path PAGE = Path.of("..", "docs", "scale.md");

    private static final String HEAD =
            "| check | asks all rows for | GB read | GB moved | GB held | changes |\n| --- | --- | ---: | ---: | ---: | --- |\n";

    /** A line of the table of statistics: the name in backticks first, four figures last. */
    private static final Pattern LINE = Pattern.compile(
            "^\\| `([A-Za-z.]+)`.* \\| (\\d+) \\| (\\d+) \\| (\\d+) \\| ([a-zA-Z ]+) \\|$", Pattern.MULTILINE);

    /** What a statistic, or a check, reads, moves and holds at ten billion rows: gigabytes. */
    private record Cost(long read, long moved, long held, List<String> changes) {

        private static final Cost NOTHING = new Cost(0, 0, 0, List.of());

        /** Either of two ways to answer. */
        Cost atMost(Cost other) {
            return new Cost(
                    Math.max(read, other.read),
                    Math.max(moved, other.moved),
                    Math.max(held, other.held),
                    changes.isEmpty() ? other.changes : changes);
        }

        /** One after the other. */
        Cost then(Cost other) {
            List<String> both = new ArrayList<>(changes);
            both.addAll(other.changes);
            return new Cost(read + other.read, moved + other.moved, Math.max(held, other.held), both);
        }

        String cells() {
            return String.format(
                    Locale.ROOT,
                    "%,d | %,d | %,d | %s",
                    read,
                    moved,
                    held,
                    changes.isEmpty() ? "no" : String.join(", ", changes));
        }
    }

    private static Map<String, Cost> costs() throws IOException {
        Map<String, Cost> costs = new LinkedHashMap<>();
        Matcher line = LINE.matcher(Files.readString(PAGE));
        while (line.find()) {
            String name = line.group(1);
            List<String> changes = switch (line.group(5)) {
                case "no" -> List.of();
                case "yes" -> List.of("`" + name + "`");
                default -> List.of("`" + name + "` " + line.group(5));
            };
            Cost cost = new Cost(
                    Long.parseLong(line.group(2)),
                    Long.parseLong(line.group(3)),
                    Long.parseLong(line.group(4)),
                    changes);
            costs.merge(name, cost, Cost::atMost);
        }
        return costs;
    }

    /** The kinds of questions there are, as the page calls them. */
    private static Stream<Class<?>> kinds(Class<?> kind) {
        if (kind == NearRepetition.class) {
            return kinds(NearRepetition.Likeness.class);
        }
        return kind.isSealed()
                ? Arrays.stream(kind.getPermittedSubclasses()).flatMap(ScaleTest::kinds)
                : Stream.of(kind);
    }

    private static String name(Class<?> kind) {
        return (kind.getEnclosingClass() == null ? "" : kind.getEnclosingClass().getSimpleName() + ".")
                + kind.getSimpleName();
    }

    @Test
    void everyStatisticHasItsCost() throws IOException {
        SortedSet<String> all =
                kinds(Statistic.class).map(ScaleTest::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(costs().keySet())
                .as("lines of the table of statistics in %s", PAGE)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void everyCheckHasTheCostOfItsStatistics() throws IOException {
        Map<String, Cost> costs = costs();
        AskedStatistics asked = new AskedStatistics();
        StringBuilder table = new StringBuilder(HEAD);
        for (Check<?> check : Catalogue.load().checks()) {
            SortedSet<String> statistics = asked.of(check);
            assertThat(costs.keySet()).as("%s", check.info().id()).containsAll(statistics);
            Cost cost = statistics.stream().map(costs::get).reduce(Cost.NOTHING, Cost::then);
            String names = statistics.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
            table.append("| ").append(check.info().id()).append(" | ").append(names.isEmpty() ? "nothing" : names);
            table.append(" | ").append(cost.cells()).append(" |\n");
        }

        assertThat(Files.readString(PAGE))
                .as("the table of checks, as the code has it")
                .contains(table);
    }

    @Test
    void whatAChecksAsksIsReadFromItsCode() {
        AskedStatistics asked = new AskedStatistics();
        Catalogue catalogue = Catalogue.load();

        assertThat(asked.of(catalogue.get("constant-column"))).isEmpty();
        assertThat(asked.of(catalogue.get("duplicate-column"))).containsExactly("CountWhere", "Dependency");
        assertThat(asked.of(catalogue.get("near-duplicate-texts"))).containsExactly("NearRepetition.Texts");
        assertThat(asked.of(catalogue.get("rows-sorted-by-target")))
                .as("by a constant")
                .contains("Sequence");
        assertThat(asked.of(catalogue.get("target-threshold")))
                .as("by a rule behind an interface")
                .contains("CountWhere");
    }
}
