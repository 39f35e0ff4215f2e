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

/** Text whose encoding was assumed or repaired. */
@CheckInfo(
        id = "encoding-repaired",
        title = "The text was not in the encoding it seemed to be",
        category = Category.NONE,
        severity = Severity.INFO)
public final class EncodingRepaired implements Check<List<ReadNotice>> {

    @Override
    public List<ReadNotice> propose(StudyView view) {
        return view.notices().stream()
                .filter(notice -> notice.kind() == ReadNotice.Kind.ENCODING)
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
                .says("The text had to be read in another encoding, or repaired, in %s: levels that look different may be the same word.", Wording.count(count, "place"))
                .measured("places", count, 0)
                .fix(new Fix.Advice("write the file again as UTF-8"));
        for (int index = 0; index < Math.min(notices.size(), 5); index++) {
            draft.fact("notice " + (index + 1), notices.get(index).message());
        }
        findings.add(draft);
    }
}
