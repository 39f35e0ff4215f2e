package io.watertight.engine.sql;

import io.watertight.core.data.Canonical;
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.NewLevelsReport;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Part;
import io.watertight.engine.sql.Projection.Named;
import java.util.ArrayList;
import java.util.List;

/** Answers {@link NewLevels}: several columns by one query. */
final class Novelties {

    static final int BATCH = 50;

    private static final int TEXTS = 10;

    private Novelties() {}

    static void answer(Inquiry inquiry, List<NewLevels> questions, Statistics.Builder answers) {
        List<String> branches = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            branches.add(branch(inquiry, index, questions.get(index)));
        }
        inquiry.queries()
                .each(
                        "looking for values that only test rows hold (" + questions.size() + " columns)",
                        String.join(" UNION ALL ", branches),
                        row -> {
                            NewLevels question = questions.get((int) row.whole(0));
                            List<String> texts = canonical(inquiry, question, row.texts(5));
                            answers.put(
                                    question,
                                    new NewLevelsReport(row.whole(1), row.whole(2), row.whole(3), row.whole(4), texts));
                        });
    }

    /** An engine spells fractions in its own way. */
    private static List<String> canonical(Inquiry inquiry, NewLevels question, List<String> texts) {
        return switch (inquiry.source().column(question.column()).storage()) {
            case FLOATING, DECIMAL -> texts.stream().map(Novelties::canonical).toList();
            case WHOLE, TEXT, BOOLEAN, TIME, OTHER -> texts;
        };
    }

    private static String canonical(String number) {
        return switch (number) {
            case "inf" -> Canonical.text(Double.POSITIVE_INFINITY);
            case "-inf" -> Canonical.text(Double.NEGATIVE_INFINITY);
            default -> Canonical.text(Double.parseDouble(number));
        };
    }

    private static String branch(Inquiry inquiry, int index, NewLevels question) {
        Projection projection = inquiry.projection();
        Dialect dialect = projection.dialect();
        Named value = projection.value(question.column());
        Named part = projection.part();
        String levels = "(SELECT " + dialect.asText(value.name()) + " AS level, "
                + dialect.countIf(part + " = " + Source.number(Part.TEST)) + " AS test, "
                + dialect.countIf(part + " = " + Source.number(Part.TRAIN)) + " AS train FROM "
                + projection.from(Scope.ALL)
                + " WHERE "
                + value + " IS NOT NULL GROUP BY " + value + ") AS levels" + index;
        String fresh = "test > 0 AND train = 0";
        return "SELECT " + index + ", " + dialect.countIf("test > 0") + ", " + dialect.countIf(fresh)
                + ", sum(CASE WHEN " + fresh + " THEN test END), sum(test), "
                + dialect.smallestTexts("level", TEXTS, fresh) + " FROM " + levels;
    }
}
