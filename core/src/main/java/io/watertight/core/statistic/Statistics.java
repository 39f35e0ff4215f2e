package io.watertight.core.statistic;

import java.util.HashMap;
import java.util.Map;

/** Answers by question. Immutable once built; thread-safe. */
public final class Statistics {

    /** Thrown when a check asks for what was not computed; the runner turns it into SKIPPED. */
    public static final class Unanswered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unanswered(String reason) {
            super(reason);
        }
    }

    private final Map<Statistic<?>, Object> answers;
    private final Map<Statistic<?>, String> unanswered;

    private Statistics(Map<Statistic<?>, Object> answers, Map<Statistic<?>, String> unanswered) {
        this.answers = Map.copyOf(answers);
        this.unanswered = Map.copyOf(unanswered);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** @throws Unanswered if the question was not asked or its answer was deferred */
    @SuppressWarnings("unchecked") // the builder only accepts an answer of the question's type
    public <R> R get(Statistic<R> statistic) {
        Object answer = answers.get(statistic);
        if (answer == null) {
            throw new Unanswered(unanswered.getOrDefault(statistic, "not asked: " + statistic));
        }
        return (R) answer;
    }

    public boolean has(Statistic<?> statistic) {
        return answers.containsKey(statistic);
    }

    public int size() {
        return answers.size();
    }

    /** Collects answers. Not thread-safe. */
    public static final class Builder {
        private final Map<Statistic<?>, Object> answers = new HashMap<>();
        private final Map<Statistic<?>, String> unanswered = new HashMap<>();

        private Builder() {}

        public <R> Builder put(Statistic<R> statistic, R answer) {
            answers.put(statistic, answer);
            return this;
        }

        /** Says why a question has no answer, as a reason a user can read. */
        public Builder leaveOut(Statistic<?> statistic, String reason) {
            unanswered.put(statistic, reason);
            return this;
        }

        public Builder putAll(Statistics other) {
            answers.putAll(other.answers);
            unanswered.putAll(other.unanswered);
            return this;
        }

        public Statistics build() {
            return new Statistics(answers, unanswered);
        }
    }
}
