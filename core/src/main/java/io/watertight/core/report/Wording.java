package io.watertight.core.report;

import io.watertight.core.check.Category;
import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Price;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words that all formats share. What it returns is not yet safe for any of them. */
public final class Wording {

    private Wording() {}

    /** An enumeration's constant as the JSON contract spells it: {@code NOT_VALID} is {@code not-valid}. */
    public static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a failure mode is called. */
    public static String title(Category category) {
        return switch (category) {
            case NO_TEST_SET -> "No test set";
            case PREPROCESSING -> "Preprocessing on training and test set";
            case FEATURE_SELECTION -> "Feature selection on training and test set";
            case DUPLICATES -> "Duplicates";
            case ILLEGITIMATE_FEATURE -> "Features that are not legitimate";
            case TEMPORAL -> "Temporal leakage";
            case NON_INDEPENDENCE -> "Training and test rows not independent";
            case SAMPLING_BIAS -> "Sampling bias in the test distribution";
            case NONE -> "Integrity of the data";
        };
    }

    /** {@code a, b and 5 more}; quoted where a name could be taken for two or for none. */
    public static String columns(List<String> names, int most) {
        List<String> shown = names.stream().limit(most).map(Wording::column).toList();
        String list = String.join(", ", shown);
        return names.size() > most ? list + " and " + Numbers.count(names.size() - most) + " more" : list;
    }

    /** A name; in quotes where it could be taken for two or for none. */
    public static String column(String name) {
        return name.isBlank() || name.matches("(?s).*[\\s,;].*") ? "'" + name + "'" : name;
    }

    /** What a finding is about, in a heading: its columns, or the check's title alone. */
    public static String heading(Finding finding) {
        return finding.columns().isEmpty() ? finding.title() : columns(finding.columns(), 4) + ": " + finding.title();
    }

    /** The measured value beside what it is judged by, the facts, the coverage; empty if there is nothing. */
    public static List<String> evidence(Evidence evidence) {
        List<String> parts = new ArrayList<>();
        if (!evidence.measure().isEmpty() && !Double.isNaN(evidence.value())) {
            String judged = Double.isNaN(evidence.threshold())
                    ? ""
                    : " (judged by " + Numbers.measured(evidence.threshold()) + ")";
            parts.add(evidence.measure() + " " + Numbers.measured(evidence.value()) + judged);
        }
        evidence.facts().forEach((name, value) -> parts.add(fact(name) + " " + Numbers.fact(value)));
        if (evidence.coverage() < 1) {
            parts.add("judged on " + Numbers.share(evidence.coverage()) + " of the rows");
        }
        return parts;
    }

    /** A fact's name as people write it: {@code next_column} is "next column". */
    public static String fact(String name) {
        return name.replace('_', ' ');
    }

    /** The fix in one line. */
    public static String fix(Fix fix) {
        return fix.summary();
    }

    /** The price in one or two sentences. */
    public static String price(Price price) {
        String unpaired = price.paired() ? "" : "; two designs, not paired";
        String range = Double.isFinite(price.low()) && Double.isFinite(price.high())
                ? " [" + Numbers.measured(price.low()) + ", " + Numbers.measured(price.high()) + "]"
                : " [no interval]";
        return price.measure() + " " + Numbers.measured(price.before()) + " as found, "
                + Numbers.measured(price.after()) + " after the fix: " + Numbers.measured(price.difference()) + range
                + " (" + Price.MEANING + unpaired + ")." + (price.note().isEmpty() ? "" : " " + price.note());
    }

    /** The fix as lines of a diff of the study file; empty when it is not an edit of it. */
    public static List<String> diff(Fix fix) {
        if (!(fix instanceof Fix.ConfigEdit edit)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        boolean list = edit.path().equals("ignore") || edit.values().size() > 1;
        if (list) {
            lines.add(" " + edit.path() + ":");
            edit.values().forEach(value -> lines.add("+  - " + yaml(value)));
        } else {
            lines.add("+" + edit.path() + ": "
                    + (edit.values().isEmpty() ? "" : yaml(edit.values().get(0))));
        }
        return lines;
    }

    /** A YAML scalar: plain when nothing in it could be taken for syntax, else in double quotes. */
    private static String yaml(String value) {
        boolean plain =
                value.matches("[A-Za-z_][A-Za-z0-9_.+-]*") && !value.matches("(?i)y|n|yes|no|true|false|on|off|null");
        return plain ? value : '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
