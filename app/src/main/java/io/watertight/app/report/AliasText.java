package io.watertight.app.report;

import io.watertight.ml.regression.Aliased;
import io.watertight.ml.regression.Term;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what an aliased column is made of. */
final class AliasText {

    /** Longer sums tell nobody anything. */
    private static final int MOST_PARTS = 6;

    private AliasText() {}

    /** {@code 'total' has no coefficient: it is wt + hp in every row.} */
    static String of(Aliased aliased, boolean showValues) {
        String name = "'" + aliased.term().name(showValues) + "' has no coefficient: ";
        Map<Term, Double> parts = aliased.combination();
        if (parts.isEmpty()) {
            return name + "it is 0 in every row.";
        }
        if (parts.size() > MOST_PARTS) {
            return name + "the " + parts.size() + " columns "
                    + parts.keySet().stream()
                            .limit(MOST_PARTS)
                            .map(term -> term.name(showValues))
                            .collect(Collectors.joining(", "))
                    + " and others determine it in every row.";
        }
        StringBuilder sum = new StringBuilder();
        parts.forEach((term, weight) -> {
            boolean first = sum.length() == 0;
            sum.append(first ? (weight < 0 ? "-" : "") : weight < 0 ? " - " : " + ");
            double size = Math.abs(weight);
            boolean one = Math.abs(size - 1) < 1e-9;
            if (term.isIntercept()) {
                sum.append(Figures.of(size));
            } else {
                sum.append(one ? "" : Figures.of(size) + " ").append(term.name(showValues));
            }
        });
        return name + "it is " + sum + " in every row.";
    }
}
