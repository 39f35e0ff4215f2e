package io.watertight.core.audit;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Question;
import io.watertight.core.study.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The few questions worth a person's time. */
final class Questions {

    private Questions() {}

    static List<Question> of(Study study, List<Finding> open) {
        Map<String, Question> byAnswer = new LinkedHashMap<>();
        open.stream()
                .flatMap(finding -> Stream.concat(Stream.of(finding), finding.supporting().stream()))
                .flatMap(finding -> finding.question().stream())
                .sorted(Comparator.comparingDouble(Question::weight).reversed())
                .forEach(question -> byAnswer.putIfAbsent(question.fingerprint(), question));
        List<Question> result = new ArrayList<>(byAnswer.values());
        result.removeIf(question -> study.declaration().answers().containsKey(question.fingerprint()));
        result = oneAColumn(result);
        return result.size() > AuditReport.MOST_QUESTIONS ? result.subList(0, AuditReport.MOST_QUESTIONS) : result;
    }

    /** A column is asked about once, by the most decisive question. */
    private static List<Question> oneAColumn(List<Question> questions) {
        Set<String> asked = new HashSet<>();
        List<Question> result = new ArrayList<>();
        for (Question question : questions) {
            if (asked.addAll(question.columns()) || question.columns().isEmpty()) {
                result.add(question);
            }
        }
        return result;
    }
}
