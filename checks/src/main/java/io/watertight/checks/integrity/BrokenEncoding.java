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
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Text that was written in one encoding and read in another, here or by whoever made the file. */
@CheckInfo(
        id = "broken-encoding",
        title = "Text was damaged by a wrong encoding",
        category = Category.NONE,
        severity = Severity.INFO)
public final class BrokenEncoding implements Check<List<String>> {

    /** The replacement character, and UTF-8 read as Windows-1252: a lead byte followed by a continuation byte. */
    private static final Pattern DAMAGE = Pattern.compile("\\uFFFD|[\\u00C2\\u00C3][\\u0080-\\u00BF]|\\u00E2\\u20AC");

    @Override
    public List<String> propose(StudyView view) {
        Set<String> columns = new LinkedHashSet<>();
        notices(view).forEach(notice -> columns.addAll(notice.columns()));
        for (Column column : view.study().columns()) {
            if (column.type() == ColumnType.TEXT
                    && ((CodeVector) view.sample().column(column.name()))
                            .dictionary().stream()
                                    .anyMatch(text -> DAMAGE.matcher(text).find())) {
                columns.add(column.name());
            }
        }
        return new ArrayList<>(columns);
    }

    private static List<ReadNotice> notices(StudyView view) {
        return view.notices().stream()
                // A whole file in another encoding, such as UTF-16, was read as such: nothing is lost.
                .filter(notice -> notice.kind() == ReadNotice.Kind.ENCODING && notice.count() > 0)
                .toList();
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, List<String> columns) {
        return Set.of();
    }

    @Override
    public void evaluate(StudyView view, List<String> columns, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().coverage());
        List<ReadNotice> notices = notices(view);
        if (columns.isEmpty() && notices.isEmpty()) {
            return;
        }
        FindingDraft draft = FindingDraft.about(columns, Confidence.HIGH)
                .coverage(view.sample().coverage())
                .says(
                        "%s: letters beyond ASCII were lost or doubled on the way, so that one word may appear as two levels.",
                        columns.isEmpty()
                                ? "The file is not in the encoding it seems to be in"
                                : Wording.does(columns.size(), "column", "hold") + " text read in the wrong encoding")
                .measured("columns with damaged text", columns.size(), 0)
                .fix(new Fix.Advice("write the file again as UTF-8 from its source"));
        for (ReadNotice notice : notices.subList(0, Math.min(5, notices.size()))) {
            draft.fact(notice.message(), notice.count());
        }
        findings.add(draft);
    }
}
