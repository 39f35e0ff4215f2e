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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Levels that spell "missing", and columns that spell it in several ways. */
@CheckInfo(
        id = "missing-spellings",
        title = "Missing values are spelled as if they were values",
        category = Category.NONE,
        severity = Severity.INFO)
public final class MissingSpellings implements Check<Map<String, List<String>>> {

    private static final Set<String> MARKS = Set.of(
            "",
            "-",
            "--",
            "---",
            ".",
            "..",
            "?",
            "??",
            "na",
            "n/a",
            "n.a.",
            "n.a",
            "#n/a",
            "<na>",
            "nan",
            "null",
            "#null!",
            "(null)",
            "nil",
            "missing",
            "(missing)",
            "not available",
            "unknown",
            "unk",
            "not known",
            "undefined");

    /** Words that may be an answer as well: they count only beside another way to be missing. */
    private static final Set<String> WORDS = Set.of("none", "no data", "no answer", "not applicable", "not stated");

    @Override
    public Map<String, List<String>> propose(StudyView view) {
        Map<String, List<String>> spellings = new LinkedHashMap<>();
        for (Column column : view.study().columns()) {
            if (column.type() == ColumnType.TEXT && column.role() != Role.IGNORED) {
                List<String> found = spelled((CodeVector) view.sample().column(column.name()));
                boolean certain = found.stream().anyMatch(text -> MARKS.contains(plain(text)));
                boolean beside = view.profile().column(column.name()).all().missing() > 0;
                if (certain || (beside && !found.isEmpty())) {
                    spellings.put(column.name(), found);
                }
            }
        }
        return spellings;
    }

    private static List<String> spelled(CodeVector words) {
        return words.dictionary().stream()
                .filter(text -> MARKS.contains(plain(text)) || WORDS.contains(plain(text)))
                .sorted()
                .toList();
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static CountWhere count(String column, List<String> texts) {
        return CountWhere.all(new Condition.IsOneOf(column, texts));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Map<String, List<String>> spellings) {
        Set<Statistic<?>> needs = new HashSet<>();
        spellings.forEach((column, texts) -> needs.add(count(column, texts)));
        return needs;
    }

    @Override
    public void evaluate(
            StudyView view, Map<String, List<String>> spellings, Statistics statistics, Findings findings) {
        Set<String> columns = new LinkedHashSet<>(spellings.keySet());
        List<String> severalWays = new ArrayList<>();
        view.notices().stream()
                .filter(notice -> notice.kind() == ReadNotice.Kind.MISSING_SPELLINGS)
                .forEach(notice -> columns.addAll(notice.columns()));
        long cells = 0;
        for (Map.Entry<String, List<String>> one : spellings.entrySet()) {
            cells += statistics.get(count(one.getKey(), one.getValue())).matched();
            int ways = one.getValue().size()
                    + (view.profile().column(one.getKey()).all().missing() > 0 ? 1 : 0);
            if (ways > 1) {
                severalWays.add(one.getKey());
            }
        }
        if (!columns.isEmpty()) {
            FindingDraft draft = FindingDraft.about(new ArrayList<>(columns), Confidence.MEDIUM)
                    .severity(severalWays.isEmpty() ? Severity.INFO : Severity.WARNING)
                    .says(
                            "%s a word or mark for a missing value%s: missing values count as a level, and shares of missing"
                                    + " values are too low.",
                            Wording.does(columns.size(), "column", "hold"),
                            severalWays.isEmpty() ? "" : ", " + severalWays.size() + " of them beside another one")
                    .measured("cells that spell missing", (double) cells, 0)
                    .fact("columns with several spellings", severalWays)
                    .fix(new Fix.Advice("read these spellings as missing values, all alike"));
            spellings.forEach((column, texts) -> draft.cell(column, String.join(", ", texts)));
            findings.add(draft);
        }
    }
}
