package io.watertight.app.report;

import io.watertight.core.check.Category;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Signature;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What no run can know of a failure mode, and a person must say: one question each, answered by the mode's code, as in {@code watertight
 * answer L1.2 "no, raw readings"}.
 */
public final class OpenQuestion {

    private OpenQuestion() {}

    /** The modes in the taxonomy's order. */
    public static List<Category> modes() {
        return Arrays.stream(Category.values())
                .filter(category -> category != Category.NONE)
                .toList();
    }

    /** The mode with this code, in any case of letters. */
    public static Optional<Category> mode(String code) {
        return modes().stream()
                .filter(category -> category.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** The question. */
    public static String of(Category category) {
        return switch (category) {
            case NO_TEST_SET ->
                "How often were these rows scored before, by whatever tool, and was anything decided by it?";
            case PREPROCESSING ->
                "Was the file imputed, scaled, encoded, filtered or oversampled with all rows at once before it came here?";
            case FEATURE_SELECTION ->
                "Were columns, rows, learners or formulas chosen earlier by looking at outcomes that are evaluated here?";
            case DUPLICATES -> "Can one item have several rows that differ (another photograph, a corrected entry)?";
            case ILLEGITIMATE_FEATURE ->
                "Why may each feature be used: is it known at the prediction, and is none of them a stand-in for the outcome?";
            case TEMPORAL ->
                "Will the model predict later rows than those it learns from, and were values updated afterwards?";
            case NON_INDEPENDENCE ->
                "Do rows belong together in a way not declared: one person, site, device, family, batch?";
            case SAMPLING_BIAS ->
                "Are the rows evaluated drawn like those the model will be used on, and who is missing?";
            case NONE -> "";
        };
    }

    /** What somebody answered, with name and date; empty if nobody did. */
    static Optional<String> answered(Category category, Declaration declaration) {
        return Optional.ofNullable(declaration.answers().get(category.code()))
                .map(answer ->
                        "Answered" + signed(declaration.signatures().getOrDefault(category.code(), Signature.NONE))
                                + ": " + answer);
    }

    /** {@code  by Ada on 2026-11-22}. */
    static String signed(Signature signature) {
        return signature.by().map(person -> " by " + person).orElse(" by somebody unnamed")
                + signature.on().map(day -> " on " + day).orElse(", undated");
    }
}
