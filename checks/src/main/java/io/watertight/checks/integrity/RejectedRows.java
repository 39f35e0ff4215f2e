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
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.util.List;
import java.util.Set;

/** Rows that reading left out or had to fill up. */
@CheckInfo(
        id = "rejected-rows",
        title = "Rows could not be read as they stand",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class RejectedRows implements Check<List<ReadNotice>> {

    @Override
    public List<ReadNotice> propose(StudyView view) {
        return view.notices().stream()
                .filter(notice ->
                        notice.kind() == ReadNotice.Kind.REJECTED_ROWS || notice.kind() == ReadNotice.Kind.SHORT_ROWS)
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<ReadNotice> notices) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<ReadNotice> notices, Statistics statistics, Findings findings) {
        if (notices.isEmpty()) {
            return;
        }
        long count = notices.stream().mapToLong(ReadNotice::count).sum();
        FindingDraft draft = FindingDraft.about(
                        notices.stream()
                                .flatMap(notice -> notice.columns().stream())
                                .distinct()
                                .toList(),
                        Confidence.HIGH)
                .says(
                        "Reading left out or filled up %s. What cannot be read is seldom a random choice of rows.",
                        Wording.count(count, "row"))
                .measured("rows", (double) count, 0)
                .fix(new Fix.Advice(
                        "look at the rows in the file: an unescaped quote or delimiter is the usual cause"));
        for (int index = 0; index < Math.min(notices.size(), 5); index++) {
            draft.fact("notice " + (index + 1), notices.get(index).message());
        }
        findings.add(draft);
    }
}
