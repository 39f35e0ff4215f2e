package io.watertight.core.report;

import io.watertight.core.check.StudyView;
import io.watertight.core.study.Part;
import io.watertight.core.study.SplitSource;
import java.util.List;
import java.util.stream.Collectors;

/** Row ids as a person counts them: from 1, without the header, and in the test set's own file where it has one. */
public final class RowNumbers {

    private final long firstOfTest;

    public RowNumbers(StudyView view) {
        this.firstOfTest = view.study().split() == SplitSource.TEST_FILE
                ? view.profile().rows() - view.profile().rows(Part.TEST)
                : Long.MAX_VALUE;
    }

    /** {@code 12}, or {@code test 3}. */
    public String label(long id) {
        return id >= firstOfTest ? "test " + Numbers.count(id - firstOfTest + 1) : Numbers.count(id + 1);
    }

    /** {@code 12, 40, test 3}. */
    public String list(List<Long> ids) {
        return ids.stream().map(this::label).collect(Collectors.joining(", "));
    }

    /** {@code 12 = test 3; 5 = 9}. */
    public String groups(List<List<Long>> groups) {
        return groups.stream()
                .map(group -> group.stream().map(this::label).collect(Collectors.joining(" = ")))
                .collect(Collectors.joining("; "));
    }
}
