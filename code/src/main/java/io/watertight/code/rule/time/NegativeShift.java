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
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A feature is taken from later rows. */
@CheckInfo(
        id = "negative-shift",
        title = "A feature is taken from later rows",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class NegativeShift implements Rule {

    private static final Set<String> SHIFTS =
            Set.of("shift", "diff", "pct_change", "slice_shift", "tshift", "roll", "lead", "lag");

    private static final Pattern STEPS = Pattern.compile("\\(-(\\d{1,6})\\)$");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, NegativeShift::looksAhead, true)) {
            if (leak.fits().stream().allMatch(fit -> isWindowBeforeLabel(fit, leak.influence()))) {
                continue;
            }
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    leak.confidence(),
                    "%s takes values of later rows, and %s learns from them as features.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        return influence.kind() == InfluenceKind.LOOK_AHEAD && SHIFTS.contains(name(influence));
    }

    private static String name(Influence influence) {
        return influence.what().replaceFirst("\\(.*", "");
    }

    /** A window that is counted from its first row: {@code shift(-1)} to {@code shift(-4)} of a column with {@code shift(-5)} as label. */
    private static boolean isWindowBeforeLabel(Fit fit, Influence feature) {
        Set<Influence> labels = fit.target().map(Data::influences).orElse(Set.of());
        return !labels.contains(feature)
                && labels.stream()
                        .filter(NegativeShift::looksAhead)
                        .filter(label -> label.columns().equals(feature.columns()))
                        .anyMatch(label -> steps(label).isEmpty()
                                || steps(feature).isEmpty()
                                || steps(label).getAsInt() > steps(feature).getAsInt());
    }

    private static OptionalInt steps(Influence influence) {
        Matcher steps = STEPS.matcher(influence.what());
        return steps.find() ? OptionalInt.of(Integer.parseInt(steps.group(1))) : OptionalInt.empty();
    }
}
