package io.watertight.code.lint;

import io.watertight.code.internal.text.LexicalState;
import io.watertight.code.source.CodeCell;
import io.watertight.code.source.CodeFile;
import io.watertight.core.Spelling;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Place;
import io.watertight.core.lint.LintReport.Suppressed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments of a file by which somebody answers for findings: {@code # watertight: ignore[rule-id] because REASON} on the line, or
 * on lines of comments right above it; {@code # watertight: ignore-file because REASON} for the whole file. Without a reason, or with
 * the name of no rule, they suppress nothing and are reported. Immutable.
 */
public final class Suppressions {

    private static final Pattern COMMENT = Pattern.compile("(?i)#\\s*watertight\\s*:\\s*(.*)$");
    private static final Pattern FORM =
            Pattern.compile("(?i)ignore(-file)?\\s*(?:\\[([^\\]]*)\\])?\\s*(?:because\\b[\\s:]*(.*))?");

    private final List<Comment> comments;

    private Suppressions(List<Comment> comments) {
        this.comments = List.copyOf(comments);
    }

    /**
     * A comment addressed to this program.
     *
     * @param place the comment's line
     * @param covered first and last line it speaks of, as reports count them
     * @param form what follows the name of the program, empty if that is not understood
     */
    private record Comment(Place place, int[] covered, Optional<Form> form) {}

    private record Form(boolean isForFile, List<String> rules, String because) {}

    /**
     * Findings of a file after its comments were heard.
     *
     * @param open findings nobody answers for, and what is wrong with the comments
     * @param suppressed findings that a comment answers for
     */
    public record Answer(List<Finding> open, List<Suppressed> suppressed) {
        public Answer {
            open = List.copyOf(open);
            suppressed = List.copyOf(suppressed);
        }
    }

    /** The comments of a file. */
    public static Suppressions of(CodeFile file) {
        List<Comment> comments = new ArrayList<>();
        for (CodeCell cell : file.cells()) {
            read(cell, comments);
        }
        return new Suppressions(comments);
    }

    private static void read(CodeCell cell, List<Comment> comments) {
        LexicalState state = new LexicalState();
        for (int line = 1; line <= cell.lines().size(); line++) {
            String text = cell.line(line);
            int start = state.read(text);
            Matcher matcher = start < 0 ? null : COMMENT.matcher(text.substring(start));
            if (matcher != null && matcher.find()) {
                boolean alone = text.substring(0, start).isBlank();
                comments.add(new Comment(
                        place(cell, line, start),
                        new int[] {cell.shownLine(line), cell.shownLine(alone ? lineBelow(cell, line) : line)},
                        form(matcher.group(1).strip())));
            }
        }
    }

    /** The first line below that is more than a comment, as long as nothing but comments stands between. */
    private static int lineBelow(CodeCell cell, int line) {
        int below = line + 1;
        while (below <= cell.lines().size() && cell.line(below).strip().startsWith("#")) {
            below++;
        }
        return below;
    }

    private static Place place(CodeCell cell, int line, int column) {
        String text = cell.line(line);
        int shown = cell.shownLine(line);
        return new Place(
                cell.file(),
                cell.shownNumber(),
                shown,
                column,
                shown,
                text.length(),
                cell.fileLine(line),
                text.strip());
    }

    private static Optional<Form> form(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> rules = matcher.group(2) == null
                ? List.of()
                : Arrays.stream(matcher.group(2).split(",", -1))
                        .map(String::strip)
                        .filter(rule -> !rule.isEmpty())
                        .distinct()
                        .toList();
        String because = matcher.group(3) == null ? "" : matcher.group(3).strip();
        return Optional.of(new Form(matcher.group(1) != null, rules, because));
    }

    /**
     * Hears what the comments answer for.
     *
     * @param findings findings of this file
     * @param known ids of all rules
     * @param ran ids of the rules that ran: a comment about another one is not called useless
     */
    public Answer answer(List<Finding> findings, Set<String> known, Set<String> ran) {
        List<Finding> open = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Finding finding : findings) {
            Optional<Suppressed> answered = Optional.empty();
            for (int index = 0; index < comments.size(); index++) {
                Optional<Form> form =
                        comments.get(index).form().filter(one -> !one.because().isEmpty());
                if (form.isPresent() && covers(comments.get(index), form.get(), finding)) {
                    used.add(index + " " + finding.check());
                    answered = Optional.of(new Suppressed(finding, form.get().because()));
                }
            }
            answered.ifPresentOrElse(suppressed::add, () -> open.add(finding));
        }
        for (int index = 0; index < comments.size(); index++) {
            open.addAll(problems(comments.get(index), index, known, ran, used));
        }
        return new Answer(open, suppressed);
    }

    private static boolean covers(Comment comment, Form form, Finding finding) {
        boolean named = form.rules().contains(finding.check())
                || (form.isForFile() && form.rules().isEmpty());
        return named
                && finding.subject()
                        .place()
                        .filter(place -> form.isForFile()
                                || (place.cell() == comment.place().cell()
                                        && place.line() <= comment.covered()[1]
                                        && place.endLine() >= comment.covered()[0]))
                        .isPresent();
    }

    private static List<Finding> problems(
            Comment comment, int index, Set<String> known, Set<String> ran, Set<String> used) {
        Place place = comment.place();
        if (comment.form().isEmpty()) {
            return List.of(SuppressionComment.finding(
                    place,
                    "not understood",
                    "This comment is not understood; it is written '# watertight: ignore[rule-id] because REASON'."));
        }
        Form form = comment.form().get();
        List<Finding> problems = new ArrayList<>();
        if (form.rules().isEmpty() && !form.isForFile()) {
            problems.add(SuppressionComment.finding(
                    place, "no rule", "A suppression names its rule: '# watertight: ignore[rule-id] because REASON'."));
        }
        for (String rule : form.rules()) {
            if (!known.contains(rule)) {
                String near = Spelling.nearest(rule, known)
                        .map(other -> "; maybe '" + other + "' is meant")
                        .orElse("");
                problems.add(SuppressionComment.finding(
                        place, "unknown rule " + rule, "There is no rule '" + rule + "'" + near + "."));
            }
        }
        if (form.because().isEmpty()) {
            problems.add(SuppressionComment.finding(
                    place,
                    "no reason",
                    "A suppression needs a reason, and without one it suppresses nothing: add 'because REASON'."));
        }
        if (problems.isEmpty()) {
            problems.addAll(useless(comment, form, index, ran, used));
        }
        return problems;
    }

    private static List<Finding> useless(Comment comment, Form form, int index, Set<String> ran, Set<String> used) {
        if (form.rules().isEmpty()) {
            boolean any = used.stream().anyMatch(one -> one.startsWith(index + " "));
            return any
                    ? List.of()
                    : List.of(SuppressionComment.finding(
                            comment.place(), "unused", "Nothing is found in this file: the comment can go."));
        }
        return form.rules().stream()
                .filter(rule -> ran.contains(rule) && !used.contains(index + " " + rule))
                .map(rule -> SuppressionComment.finding(
                        comment.place(), "unused " + rule, "'" + rule + "' finds nothing here: the comment can go."))
                .toList();
    }
}
