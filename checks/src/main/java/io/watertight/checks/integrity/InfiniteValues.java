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
import io.watertight.core.study.Column;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Columns with infinite numbers, which no model can take and which are read as missing. */
@CheckInfo(
        id = "infinite-values",
        title = "A column holds infinite numbers",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class InfiniteValues implements Check<List<ReadNotice>> {

    @Override
    public List<ReadNotice> propose(StudyView view) {
        Set<String> used = view.study().columns().stream()
                .filter(column -> column.role() != Role.IGNORED)
                .map(Column::name)
                .collect(Collectors.toSet());
        return view.notices().stream()
                .filter(notice -> notice.kind() == ReadNotice.Kind.INFINITE)
                .filter(notice -> used.containsAll(notice.columns()))
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
        List<String> columns = notices.stream()
                .flatMap(notice -> notice.columns().stream())
                .distinct()
                .toList();
        long cells = notices.stream().mapToLong(ReadNotice::count).sum();
        findings.add(FindingDraft.about(columns, Confidence.HIGH)
                .says(
                        "%s infinite numbers, %s in all, read here as missing: most are divisions by zero, and each program treats "
                                + "them in its own way.",
                        Wording.does(columns.size(), "column", "hold"), Wording.count(cells, "cell"))
                .measured("infinite cells", (double) cells, 0)
                .fact("columns", columns.size())
                .fix(new Fix.Advice("find the division or logarithm that made them, and decide there what they mean")));
    }
}
