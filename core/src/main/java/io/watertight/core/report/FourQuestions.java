package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Category;
import io.watertight.core.study.KnownAt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The four questions to ask before one believes a score, each with the answer one wants: yes to the first and third, no to the
 * second and fourth. The run answers what data can answer; the rest is left to a person, and is not taken for a yes.
 */
public final class FourQuestions {

    /**
     * One question.
     *
     * @param text the question
     * @param wanted the good answer
     * @param answer what the run says, with its reason
     * @param state whether the answer is the wanted one, the other, or nobody's yet
     */
    public record Answer(String text, String wanted, String answer, State state) {}

    /** Where a question stands. */
    public enum State {
        GOOD,
        BAD,
        OPEN
    }

    private FourQuestions() {}

    /** All four, in order. */
    public static List<Answer> of(AuditReport report, List<Taxonomy.Row> taxonomy) {
        return List.of(available(report, taxonomy), shared(report, taxonomy), pipeline(taxonomy), tuned());
    }

    private static Answer available(AuditReport report, List<Taxonomy.Row> taxonomy) {
        String text = "Does every feature exist when the prediction is made?";
        List<Integer> found = decisive(taxonomy, Category.ILLEGITIMATE_FEATURE, Category.TEMPORAL);
        if (!found.isEmpty()) {
            return new Answer(text, "yes", "No: " + findings(found) + ".", State.BAD);
        }
        boolean late = report.study().features().stream()
                .anyMatch(column -> column.knownAt().isAfterEvent());
        if (late) {
            return new Answer(text, "yes", "No: a feature is declared to be known later.", State.BAD);
        }
        long unknown = report.study().features().stream()
                .filter(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN)
                .count();
        boolean settled = taxonomy.stream()
                .filter(row -> row.category() == Category.ILLEGITIMATE_FEATURE || row.category() == Category.TEMPORAL)
                .allMatch(row -> row.findings().isEmpty());
        return unknown == 0 && settled
                ? new Answer(text, "yes", "Yes, as declared for every feature.", State.GOOD)
                : new Answer(
                        text,
                        "yes",
                        "Left to a person: nobody has said it of " + Numbers.of(unknown, "column") + ".",
                        State.OPEN);
    }

    private static Answer shared(AuditReport report, List<Taxonomy.Row> taxonomy) {
        String text = "Do training and test set share rows, or rows of one entity?";
        List<Integer> found = decisive(taxonomy, Category.DUPLICATES, Category.NON_INDEPENDENCE);
        if (!found.isEmpty()) {
            return new Answer(text, "no", "Yes: " + findings(found) + ".", State.BAD);
        }
        if (!report.study().hasSplit()) {
            return new Answer(text, "no", "Left to a person: there is no test set to look at.", State.OPEN);
        }
        boolean all = taxonomy.stream()
                .filter(row -> row.category() == Category.DUPLICATES || row.category() == Category.NON_INDEPENDENCE)
                .allMatch(row -> row.result().equals("Nothing found"));
        return all
                ? new Answer(text, "no", "No.", State.GOOD)
                : new Answer(text, "no", "Not decided: see L1.4 and L3.2 above.", State.OPEN);
    }

    private static Answer pipeline(List<Taxonomy.Row> taxonomy) {
        String text = "Did resampling include the whole pipeline: imputation, scaling, selection, tuning?";
        List<Integer> found = decisive(taxonomy, Category.PREPROCESSING, Category.FEATURE_SELECTION);
        return found.isEmpty()
                ? new Answer(text, "yes", "Left to a person: data alone cannot show it.", State.OPEN)
                : new Answer(text, "yes", "No: " + findings(found) + ".", State.BAD);
    }

    private static Answer tuned() {
        return new Answer(
                "Was anything chosen by looking at the data that the reported score comes from?",
                "no",
                "Left to a person: this audit keeps no record of evaluations.",
                State.OPEN);
    }

    private static List<Integer> decisive(List<Taxonomy.Row> taxonomy, Category... categories) {
        Set<Category> wanted = Set.copyOf(Arrays.asList(categories));
        List<Integer> numbers = new ArrayList<>();
        taxonomy.stream()
                .filter(row -> wanted.contains(row.category()) && row.proven())
                .forEach(row -> numbers.addAll(row.findings()));
        return numbers.stream().sorted().toList();
    }

    private static String findings(List<Integer> numbers) {
        return (numbers.size() == 1 ? "finding " : "findings ") + Numbers.ranges(numbers);
    }
}
