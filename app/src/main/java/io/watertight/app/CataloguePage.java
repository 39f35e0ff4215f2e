package io.watertight.app;

import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Need;
import io.watertight.core.lint.LintRule;
import io.watertight.core.study.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The catalogue of checks as a Markdown page, the one kept as {@code docs/checks.md}: a table for each group of failure modes. */
final class CataloguePage {

    /** Packages of checks whose pages lie in this source tree; a check from elsewhere gets no link. */
    private static final String HOME = "io.watertight.checks.";

    private static final String PAGES = "../checks/src/main/resources/";

    private static final String OPENING = """
            # The checks

            Every check with the failure mode it belongs to (after Kapoor and Narayanan, *Patterns* 4 (2023), 100804), how bad its \
            findings are at worst, and what must be known before it can run. The page of a check says what it finds, why that misleads, \
            how to mend it, and when it may be wrong; `watertight explain ID` shows the same page.
            """;

    /** The groups of the taxonomy, in its order. */
    private enum Group {
        SEPARATION("L1: training and test rows are not cleanly separated"),
        FEATURES("L2: features that are not legitimate"),
        DISTRIBUTION("L3: the test set is not drawn from what the model will meet"),
        INTEGRITY("None: integrity of the data");

        private final String heading;

        Group(String heading) {
            this.heading = heading;
        }

        static Group of(Category category) {
            return switch (category) {
                case NO_TEST_SET, PREPROCESSING, FEATURE_SELECTION, DUPLICATES -> SEPARATION;
                case ILLEGITIMATE_FEATURE -> FEATURES;
                case TEMPORAL, NON_INDEPENDENCE, SAMPLING_BIAS -> DISTRIBUTION;
                case NONE -> INTEGRITY;
            };
        }
    }

    private CataloguePage() {}

    static String of(List<Check<?>> checks, List<LintRule> rules) {
        StringBuilder out = new StringBuilder(OPENING);
        for (Group group : Group.values()) {
            List<Check<?>> members = checks.stream()
                    .filter(check -> Group.of(check.info().category()) == group)
                    .sorted(Comparator.comparing(
                                    (Check<?> check) -> check.info().category())
                            .thenComparing(check -> check.info().id()))
                    .toList();
            if (!members.isEmpty()) {
                out.append("\n## ").append(group.heading).append("\n\n");
                out.append(
                        "| check | what it finds | severity | category | requires |\n| --- | --- | --- | --- | --- |\n");
                members.forEach(check -> row(check, out));
            }
        }
        out.append("\n## Code: rules of `watertight lint`\n\n");
        out.append("| rule | what it finds | severity | category | family |\n| --- | --- | --- | --- | --- |\n");
        rules.forEach(rule -> out.append("| `")
                .append(rule.id())
                .append("` | ")
                .append(rule.title().replace("|", "\\|"))
                .append(" | ")
                .append(Words.of(rule.severity()))
                .append(" | ")
                .append(rule.category().code())
                .append(" | ")
                .append(rule.family())
                .append(" |\n"));
        return out.append("\n")
                .append(checks.size())
                .append(" checks, ")
                .append(rules.size())
                .append(rules.size() == 1 ? " rule.\n" : " rules.\n")
                .toString();
    }

    /** What a check requires, in words. */
    static String needs(CheckInfo check) {
        return Arrays.stream(check.requires())
                .map(Need::name)
                .map(name -> name.toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
    }

    private static void row(Check<?> check, StringBuilder out) {
        CheckInfo info = check.info();
        String name = "`" + info.id() + "`";
        String folder = check.getClass().getPackageName();
        String link = (folder + ".").startsWith(HOME)
                ? "[" + name + "](" + PAGES + folder.replace('.', '/') + "/" + info.id() + ".md)"
                : name;
        out.append("| ").append(link);
        out.append(" | ").append(info.title().replace("|", "\\|"));
        out.append(" | ").append(Words.of(info.severity()));
        out.append(" | ").append(info.category().code());
        out.append(" | ").append(needs(info)).append(" |\n");
    }
}
