package io.watertight.checks.integrity;

import io.watertight.checks.support.Wording;
import io.watertight.core.check.Category;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.CodeVector;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Columns of numbers in which some cells are words, so that all are read as words or some as missing. */
@CheckInfo(
        id = "mixed-types",
        title = "A column mixes numbers with words",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class MixedTypes implements Check<List<String>> {

    /** A column of words counts as one of numbers when this share of its filled cells are numbers. */
    private static final double MOSTLY = 0.8;

    /** Many different words among numbers are codes (V45, E888), not slips. */
    private static final int MOST_WORDS = 5;

    /** With fewer filled cells nothing is said. */
    private static final int FEWEST = 20;

    /** Numbers as people write them: sign, currency, thousands, decimals, exponent, percent. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*[-+]?[$€£]?\\s?\\d+(?:[,.' ]\\d{3})*(?:[.,]\\d+)?(?:[eE][-+]?\\d+)?\\s?[%$€£]?\\s*");

    @Override
    public List<String> propose(StudyView view) {
        Set<String> columns = new LinkedHashSet<>();
        for (ReadNotice notice : view.notices()) {
            if (notice.kind() == ReadNotice.Kind.MIXED_TYPES || notice.kind() == ReadNotice.Kind.TYPE_DIFFERS) {
                columns.addAll(notice.columns());
            }
        }
        for (Column column : view.study().columns()) {
            if (column.type() == ColumnType.TEXT
                    && column.role() != Role.IGNORED
                    && isMixed((CodeVector) view.sample().column(column.name()))) {
                columns.add(column.name());
            }
        }
        return new ArrayList<>(columns);
    }

    private static boolean isMixed(CodeVector words) {
        List<String> dictionary = words.dictionary();
        boolean[] isNumber = new boolean[dictionary.size()];
        for (int code = 0; code < isNumber.length; code++) {
            isNumber[code] = NUMBER.matcher(dictionary.get(code)).matches();
        }
        int filled = 0;
        int numbers = 0;
        Set<Integer> others = new HashSet<>();
        for (int code : words.codes()) {
            if (code >= 0) {
                filled++;
                numbers += isNumber[code] ? 1 : 0;
                if (!isNumber[code]) {
                    others.add(code);
                }
            }
        }
        // All of them numbers is a matter of taste: codes with leading zeros are words on purpose.
        return filled >= FEWEST && !others.isEmpty() && others.size() <= MOST_WORDS && numbers >= MOSTLY * filled;
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> columns) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<String> columns, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().coverage());
        if (!columns.isEmpty()) {
            findings.add(FindingDraft.about(columns, Confidence.HIGH)
                    .coverage(view.sample().coverage())
                    .says(
                            "%s mostly numbers and some words: read as words, every number becomes a level of its own;"
                                    + " read as numbers, the words are lost.",
                            Wording.does(columns.size(), "column", "hold"))
                    .measured("columns of mixed type", columns.size(), 0)
                    .fix(new Fix.Advice("find out what the words mean; if a missing value, say so when reading")));
        }
    }
}
