package io.watertight.ml.regression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;

/** What R computed, kept in the files under {@code r/}, whose first lines name the call, the packages and their versions. */
record AgainstR(String file) {

    double[] values(String quantity) {
        String[] row = StatisticalReferenceData.rows("r/" + file + ".csv").stream()
                .filter(one -> one[0].equals(quantity))
                .findFirst()
                .orElseThrow();
        return Arrays.stream(row).skip(1).mapToDouble(Double::parseDouble).toArray();
    }

    double value(String quantity) {
        return values(quantity)[0];
    }

    /** Eight digits, every one of them. */
    void agrees(String quantity, double... computed) {
        double[] expected = values(quantity);
        assertThat(computed).as(quantity).hasSameSizeAs(expected);
        for (int index = 0; index < expected.length; index++) {
            assertThat(StatisticalReferenceData.digits(computed[index], expected[index]))
                    .as("digits of %s[%d]: %s, by R %s", quantity, index, computed[index], expected[index])
                    .isGreaterThanOrEqualTo(8);
        }
    }

    /** A table whose first column names the rows. */
    static Design design(String table, String target, String... columns) {
        List<String[]> rows = StatisticalReferenceData.rows(table + ".csv");
        List<String> names = names(table);
        Design design = Design.of(StatisticalReferenceData.column(rows, names.indexOf(target)));
        for (String column : columns) {
            design = design.with(column, StatisticalReferenceData.column(rows, names.indexOf(column)));
        }
        return design;
    }

    static List<String> names(String table) {
        return switch (table) {
            case "mtcars" ->
                List.of("model", "mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb");
            case "longley" ->
                List.of("label", "GNP.deflator", "GNP", "Unemployed", "Armed.Forces", "Population", "Year", "Employed");
            default -> throw new IllegalArgumentException(table);
        };
    }
}
