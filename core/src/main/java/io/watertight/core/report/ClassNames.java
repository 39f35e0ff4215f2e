package io.watertight.core.report;

import io.watertight.core.study.Guess;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.Locale;
import java.util.Set;

/**
 * What the target's classes are called in a report. A class is a cell value: only words that say nothing about anybody (yes, no,
 * small whole numbers) are written unless the user allows values.
 */
public final class ClassNames {

    private static final Set<String> COMMON =
            Set.of("yes", "no", "y", "n", "true", "false", "t", "f", "positive", "negative", "pos", "neg", "-1");

    private final Target target;
    private final boolean showValues;

    public ClassNames(Target target, boolean showValues) {
        this.target = target;
        this.showValues = showValues;
    }

    /** What was guessed; a guess about the positive class is the only one that is a cell value. */
    public static String of(Guess guess, Study study, ReportOptions options) {
        if (!guess.about().equals("positive") || study.target().isEmpty()) {
            return guess.value();
        }
        Target target = study.target().get();
        return new ClassNames(target, options.showValues()).name(target.positive());
    }

    public String name(int index) {
        String text = target.classes().get(index);
        return showValues || isCommon(text) ? text : "class " + (index + 1);
    }

    /** Whether a word says nothing about anybody. */
    public static boolean isCommon(String text) {
        return COMMON.contains(text.toLowerCase(Locale.ROOT)) || text.matches("\\d{1,2}");
    }
}
