package io.watertight.code.rule.split;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.fact.Fit;
import io.watertight.code.rule.Dealt;
import io.watertight.code.rule.Flow;
import io.watertight.code.rule.Places;
import io.watertight.code.rule.Rule;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Severity;
import java.util.List;

/** Overlapping windows of one series are dealt at random. */
@CheckInfo(
        id = "shuffled-windows",
        title = "Overlapping windows of a series are dealt at random",
        category = Category.TEMPORAL,
        severity = Severity.ERROR)
public final class ShuffledWindows implements Rule {

    @Override
    public String family() {
        return "time";
    }

    @Override
    public void judge(CodeFacts facts, Findings findings) {
        for (Dealt dealt : Dealt.all(facts)) {
            List<Fit> fits = dealt.fits().stream()
                    .filter(fit -> fit.features().is(Tag.WINDOWED))
                    .toList();
            if (fits.isEmpty()) {
                continue;
            }
            Fit fit = fits.get(0);
            Flow flow = new Flow(facts).source(fit.features().rows());
            fit.features().influences().stream()
                    .filter(influence -> influence.kind() == InfluenceKind.LAG)
                    .findFirst()
                    .ifPresent(step -> flow.step(step.site(), "features", "each window shares rows with the next"));
            flow.step(dealt.site(), "split", dealt.name() + " deals the windows at random")
                    .fit(fit);
            findings.add(FindingDraft.at(
                            Places.of(dealt.site()),
                            fit.features().is(Tag.ASSUMED) ? Confidence.LOW : Confidence.MEDIUM)
                    .says(
                            "%s deals overlapping windows at random, so nearly every test window of %s has a training window that is the same but for a row or two.",
                            dealt.name(), fit.simpleName())
                    .flow(flow.steps()));
        }
    }
}
