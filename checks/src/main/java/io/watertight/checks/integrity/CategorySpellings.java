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
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.CountWhere;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Levels that are one but for case, blanks, punctuation or accents. */
@CheckInfo(
        id = "category-spellings",
        title = "One category is spelled in several ways",
        category = Category.NONE,
        severity = Severity.WARNING)
public final class CategorySpellings implements Check<Map<String, List<String>>> {

    /** Beyond so many levels a column holds names or free text, where case and commas may matter. */
    private static final int MOST_LEVELS = 1000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** Blanks and punctuation between letters; between digits they separate, and a sign at an end tells apart. */
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{L})[\\s_.,'’/-]+(?=\\p{L})");

    private static final Pattern END = Pattern.compile("[\\s.,;:]+$");

    @Override
    public Map<String, List<String>> propose(StudyView view) {
        Map<String, List<String>> variants = new LinkedHashMap<>();
        for (Column column : view.study().columns()) {
            boolean words = column.type() == ColumnType.TEXT
                    && column.role() != Role.IGNORED
                    && column.role() != Role.ID
                    && !view.profile().column(column.name()).looksUnique();
            if (words) {
                List<String> rarer = rarer((CodeVector) view.sample().column(column.name()));
                if (!rarer.isEmpty()) {
                    variants.put(column.name(), rarer);
                }
            }
        }
        return variants;
    }

    /** Every spelling of a level but its most frequent one. */
    private static List<String> rarer(CodeVector words) {
        List<String> dictionary = words.dictionary();
        if (dictionary.size() > MOST_LEVELS) {
            return List.of();
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int code : words.codes()) {
            if (code >= 0) {
                counts.merge(dictionary.get(code), 1, Integer::sum);
            }
        }
        Map<String, List<String>> byPlain = new TreeMap<>();
        for (String text : counts.keySet()) {
            byPlain.computeIfAbsent(plain(text), key -> new ArrayList<>()).add(text);
        }
        List<String> rarer = new ArrayList<>();
        byPlain.forEach((plain, spellings) -> {
            if (spellings.size() > 1 && plain.codePoints().anyMatch(Character::isLetter)) {
                spellings.sort(Comparator.<String>comparingInt(text -> -counts.getOrDefault(text, 0))
                        .thenComparing(Comparator.naturalOrder()));
                rarer.addAll(spellings.subList(1, spellings.size()));
            }
        });
        return rarer;
    }

    /** A level without case, accents, and the punctuation that people leave out or put in. */
    static String plain(String text) {
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String joined = BETWEEN.matcher(bare.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        return END.matcher(joined).replaceAll("");
    }

    private static CountWhere count(String column, List<String> texts) {
        return CountWhere.all(new Condition.IsOneOf(column, texts));
    }

    @Override
    public Set<Statistic<?>> needs(StudyView view, Map<String, List<String>> variants) {
        Set<Statistic<?>> needs = new HashSet<>();
        variants.forEach((column, texts) -> needs.add(count(column, texts)));
        return needs;
    }

    @Override
    public void evaluate(StudyView view, Map<String, List<String>> variants, Statistics statistics, Findings findings) {
        findings.coverage(view.sample().coverage());
        if (variants.isEmpty()) {
            return;
        }
        long spellings = variants.values().stream().mapToLong(List::size).sum();
        FindingDraft draft = FindingDraft.about(new ArrayList<>(variants.keySet()), Confidence.MEDIUM)
                .coverage(view.sample().coverage())
                .measured("spellings too many", (double) spellings, 0)
                .fix(new Fix.Advice("bring the spellings together before encoding"));
        long rows = 0;
        for (Map.Entry<String, List<String>> one : variants.entrySet()) {
            long matched = statistics.get(count(one.getKey(), one.getValue())).matched();
            rows += matched;
            draft.fact(one.getKey() + ": rows with a rarer spelling", matched);
            draft.cell(one.getKey(), String.join(", ", one.getValue()));
        }
        findings.add(draft.says(
                "%s levels that differ in case, blanks, punctuation or accents only: %s with a rarer spelling count as"
                        + " something else.",
                Wording.does(variants.size(), "column", "hold"), Wording.count(rows, "cell")));
    }
}
