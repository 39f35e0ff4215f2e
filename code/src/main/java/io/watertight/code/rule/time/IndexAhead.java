package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Rule;
import io.watertight.code.rule.time.LookAheads.Leak;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.OptionalInt;
import java.util.Set;

/** A loop reads a later row into the features of a row. */
@CheckInfo(
        id = "index-ahead",
        title = "A loop reads a later row into the features of a row",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class IndexAhead implements Rule {

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, IndexAhead::looksAhead, false)) {
            boolean before = leak.fits().stream().allMatch(fit -> isBeforeLabel(fit, leak.influence()));
            if (before || !LookAheads.isTimeOrdered(leak)) {
                continue;
            }
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    leak.confidence() == Confidence.HIGH ? Confidence.MEDIUM : leak.confidence(),
                    "The index %s reads a later row than the one the loop is at, and %s learns from it as a feature.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.INDEX_AHEAD;
    }

    /** A window that is written out element by element ends before the label: {@code [s[i], s[i + 1]]} with {@code s[i + 2]}. */
    private static boolean isBeforeLabel(Fit fit, Influence feature) {
        Set<Influence> labels = fit.target().map(Data::influences).orElse(Set.of());
        OptionalInt ahead = steps(feature);
        return labels.stream()
                .filter(IndexAhead::looksAhead)
                .anyMatch(label -> ahead.isEmpty()
                        || steps(label).isEmpty()
                        || steps(label).getAsInt() > ahead.getAsInt());
    }

    private static OptionalInt steps(Influence influence) {
        String number = influence.what().replaceAll("^.* \\+ |^(\\d+) \\+ .*$", "$1");
        return number.matches("\\d{1,6}") ? OptionalInt.of(Integer.parseInt(number)) : OptionalInt.empty();
    }
}
