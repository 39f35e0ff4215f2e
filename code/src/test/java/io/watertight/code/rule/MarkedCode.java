package io.watertight.code.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import java.util.List;
import java.util.stream.IntStream;

/** Code whose lines with a leak end in {@code # leak}: a rule must find these lines and no other. */
public final class MarkedCode {

    private static final String TABLE = """
            import numpy as np
            import pandas as pd
            from sklearn.ensemble import RandomForestClassifier
            from sklearn.linear_model import LogisticRegression
            from sklearn.model_selection import *
            df = pd.read_csv("table.csv")
            """;

    private static final String SPLIT_AND_SCORE = """
            X_train, X_test, y_train, y_test = train_test_split(X, df["y"], random_state=0)
            model = LogisticRegression().fit(X_train, y_train)
            print(model.score(X_test, y_test))
            """;

    private MarkedCode() {}

    /** Code that makes features {@code X} of a table {@code df} with a target {@code y}, which are then split and used. */
    public static String features(String code) {
        return TABLE + code + SPLIT_AND_SCORE;
    }

    /** Code that begins with a table {@code df}. */
    public static String program(String code) {
        return TABLE + code;
    }

    /** The rule reports the marked lines, and there are some. */
    public static void finds(Rule rule, String code) {
        List<String> lines = code.lines().toList();
        List<Integer> marked = IntStream.rangeClosed(1, lines.size())
                .filter(line -> lines.get(line - 1).endsWith("# leak"))
                .boxed()
                .toList();
        assertThat(marked).as("lines marked with # leak").isNotEmpty();
        assertThat(CodeTester.lines(rule, code).stream().sorted().distinct().toList())
                .as("lines that %s reports in%n%s", rule.info().id(), code)
                .isEqualTo(marked);
    }

    /** The rule reports nothing, not even a note. */
    public static void acquits(Rule rule, String code) {
        assertThat(CodeTester.lines(rule, code))
                .as("lines that %s reports in%n%s", rule.info().id(), code)
                .isEmpty();
    }
}
