package io.watertight.app;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Question;
import io.watertight.core.data.ColumnProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Guess;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Signature;
import io.watertight.core.study.Study;
import io.watertight.core.study.StudyFileWriter;
import io.watertight.core.study.StudyNotes;
import io.watertight.core.study.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A study file in the making: what was declared, what a person says now, and what stays a guess. */
final class StudyDraft {

    /** A list longer than this is not read by anybody; patterns and a data dictionary serve such tables better. */
    private static final int MOST_LINES = 200;

    private final AuditReport report;
    private final Study study;
    private final Optional<String> dictionary;
    private final List<Guess> guesses;
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, Signature> signatures = new LinkedHashMap<>();
    private final Map<String, KnownAt> known;
    private Declaration declared;

    StudyDraft(AuditReport report, Optional<String> dictionary) {
        this.report = report;
        this.study = report.study();
        this.dictionary = dictionary;
        this.declared = study.declaration();
        this.guesses = new ArrayList<>(study.guesses());
        this.known = new LinkedHashMap<>(declared.knownAt());
    }

    /** Asks what only a person knows: roles, prediction point, purpose, and when doubtful columns are known. */
    void ask(Interview interview) {
        roles(interview);
        List<String> times = study.columns().stream()
                .filter(Column::isTime)
                .map(Column::name)
                .toList();
        if (declared.predictAt().isEmpty() && !times.isEmpty()) {
            interview.choice("When do you predict?", times).ifPresent(column -> {
                declared = declared.toBuilder()
                        .predictAt(new PredictionPoint(column, Optional.empty()))
                        .build();
            });
        }
        if (declared.purpose().isEmpty()) {
            interview
                    .choice("Will the model be used on more rows, new groups, or the future?", Words.all(Purpose.class))
                    .map(word -> Words.read(Purpose.class, word, "purpose"))
                    .ifPresent(purpose ->
                            declared = declared.toBuilder().purpose(purpose).build());
        }
        for (Question question : report.questions()) {
            settle(interview, question);
        }
    }

    private void roles(Interview interview) {
        for (Guess guess : study.guesses()) {
            boolean isRole = guess.about().equals("id") || guess.about().equals("time");
            if (!isRole) {
                continue;
            }
            String asked = guess.about().equals("id")
                    ? "Does '" + guess.value() + "' only tell rows apart (" + guess.because() + ")?"
                    : "Does '" + guess.value() + "' order the rows (" + guess.because() + ")?";
            if (interview.yesOrNo(asked).orElse(false)) {
                confirm(guess);
            }
        }
        for (Column column : study.features()) {
            if (declared.groups().isEmpty() && looksLikeGroup(column)) {
                interview
                        .yesOrNo("Does '" + column.name() + "' name somebody or something that has several rows?")
                        .filter(isGroup -> isGroup)
                        .ifPresent(isGroup -> declared = declared.toBuilder()
                                .groups(List.of(Key.of(column.name())))
                                .build());
            }
        }
    }

    private void confirm(Guess guess) {
        Key key = Key.of(guess.value());
        List<Key> keys = new ArrayList<>(guess.about().equals("id") ? declared.ids() : declared.times());
        keys.add(key);
        declared = guess.about().equals("id")
                ? declared.toBuilder().ids(keys).build()
                : declared.toBuilder().times(keys).build();
        reasons.put(guess.about(), "confirmed: " + guess.because());
        guesses.remove(guess);
    }

    /** Words or whole numbers that come back several times each, named like a key. */
    private boolean looksLikeGroup(Column column) {
        ColumnProfile profile = report.view().profile().column(column.name());
        double share =
                (double) profile.all().distinct() / Math.max(1, profile.all().present());
        boolean named = column.name().toLowerCase(Locale.ROOT).matches(".*(id|key|code|number|no|name)");
        return (column.integral() || column.type() == ColumnType.TEXT) && named && share > 0.005 && share < 0.7;
    }

    private void settle(Interview interview, Question question) {
        interview.yesOrNo(question.text()).ifPresent(yes -> {
            LastRun.Asked asked =
                    new LastRun.Asked(question.fingerprint(), question.text(), question.answers(), question.columns());
            String word = yes ? "yes" : "no";
            if (Answer.offersChoice(asked)) {
                return; // such a question has been asked above, in words
            }
            Answer answer = Answer.to(asked, word, List.of());
            answer.knownAt().forEach((column, when) -> {
                known.put(column, when);
                reasons.put("known-at." + column, "you said so");
            });
            answers.put(question.fingerprint(), word);
            signatures.put(
                    question.fingerprint(),
                    Signature.of(
                            Person.named(null),
                            LocalDate.now(ZoneId.systemDefault()),
                            question.text(),
                            question.columns()));
        });
    }

    /** The text of the file, with the data as the user named it. */
    String text(List<String> data, List<String> test) {
        describeColumns();
        Map<String, ColumnType> types = new LinkedHashMap<>(declared.types());
        if (study.columns().size() <= MOST_LINES) {
            study.columns().stream()
                    .filter(column -> column.type() != ColumnType.OTHER)
                    .forEach(column -> types.put(column.name(), column.type()));
        }
        Declaration all = declared.toBuilder()
                .data(data)
                .test(test)
                .knownAt(known)
                .types(types)
                .answers(answers)
                .signatures(signatures)
                .build();
        return StudyFileWriter.write(all, dictionary, new StudyNotes(guesses, reasons));
    }

    private void describeColumns() {
        boolean all = study.features().size() <= MOST_LINES;
        for (Column column : study.features()) {
            Optional<String> doubt = doubt(column.name());
            if (!known.containsKey(column.name())
                    && column.knownAt().kind() == KnownAt.Kind.UNKNOWN
                    && (all || doubt.isPresent())) {
                known.put(column.name(), KnownAt.UNKNOWN);
                doubt.ifPresent(why -> reasons.put("known-at." + column.name(), why));
            }
        }
        for (Column column : study.columns()) {
            ColumnProfile profile = report.view().profile().column(column.name());
            String kind = column.integral() ? "whole numbers, " : "";
            String distinct = profile.all().distinct() < 1000
                    ? "about " + profile.all().distinct() + " distinct"
                    : "many distinct";
            reasons.putIfAbsent(
                    "types." + column.name(),
                    kind + distinct + ", " + profile.all().missing() + " missing");
        }
    }

    private Optional<String> doubt(String column) {
        return report.findings().stream()
                .filter(finding -> finding.columns().contains(column))
                .findFirst()
                .map(StudyDraft::doubt);
    }

    private static String doubt(Finding finding) {
        return "doubtful: " + finding.title() + " (" + finding.check() + ", confidence "
                + Words.of(finding.confidence()) + ")";
    }

    /** What is left to do, for the last line. */
    String summary() {
        long open = known.values().stream().filter(KnownAt.UNKNOWN::equals).count();
        return guesses.size() + " guesses marked, " + open + " columns of unknown known-at";
    }
}
