package io.watertight.code.lint;

import io.watertight.core.check.Category;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Place;
import io.watertight.core.check.Severity;

/** What is wrong with comments that are meant to suppress a finding. It is no rule: {@link Suppressions} makes its findings. */
@CheckInfo(
        id = SuppressionComment.ID,
        title = "A suppression comment does not do what it says",
        category = Category.NONE,
        severity = Severity.INFO)
public final class SuppressionComment {

    /** What its findings are called. */
    public static final String ID = "suppression-comment";

    /** The family of its findings. */
    public static final String FAMILY = "suppression";

    private SuppressionComment() {}

    static Finding finding(Place place, String aspect, String message) {
        Findings findings = new Findings(SuppressionComment.class.getAnnotation(CheckInfo.class));
        findings.add(FindingDraft.at(place, Confidence.PROVEN).aspect(aspect).says("%s", message));
        return findings.found().get(0);
    }
}
