package io.watertight.code.rule.time;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.rule.Rule;
import io.watertight.code.rule.time.LookAheads.Leak;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.Set;

/** A window or filter reads rows on both sides. */
@CheckInfo(
        id = "centred-window",
        title = "A window or filter reads rows on both sides",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class CentredWindow implements Rule {

    /** Filters that see the whole series or both sides of a row, unless told otherwise. */
    static final Set<String> FILTERS = Set.of(
            "savgol_filter",
            "filtfilt",
            "sosfiltfilt",
            "gaussian_filter1d",
            "uniform_filter1d",
            "medfilt",
            "wiener",
            "detrend",
            "lowess",
            "hpfilter",
            "bkfilter",
            "cffilter",
            "seasonal_decompose",
            "STL",
            "MSTL",
            "hilbert",
            "fft",
            "rfft",
            "ifft",
            "irfft",
            "extract_trend_and_seasonality",
            "remove_seasonality",
            "remove_trend");

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Leak leak : LookAheads.find(facts, CentredWindow::looksAhead, false)) {
            boolean filter = leak.influence().kind() == InfluenceKind.SMOOTH;
            if (!LookAheads.isTimeOrdered(leak) || filter && !LookAheads.reachesEvaluation(facts, leak)) {
                continue;
            }
            LookAheads.report(
                    facts,
                    findings,
                    leak,
                    filter && leak.confidence() == Confidence.HIGH ? Confidence.MEDIUM : leak.confidence(),
                    "%s reads rows on both sides of each row, and %s learns from the result.");
        }
    }

    private static boolean looksAhead(Influence influence) {
        boolean window =
                influence.kind() == InfluenceKind.LOOK_AHEAD && influence.what().startsWith("rolling");
        return window || influence.kind() == InfluenceKind.SMOOTH && FILTERS.contains(influence.what());
    }
}
