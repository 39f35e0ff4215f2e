package io.watertight.app.report;

import io.watertight.ml.regression.Advice;
import io.watertight.ml.regression.RegressionSheet;
import java.util.List;
import java.util.Optional;

/**
 * What a regression sheet is written from.
 *
 * @param data the data's name
 * @param notices what reading it met, in sentences
 * @param sheet all that least squares says
 * @param advice what to try next, if it was asked for
 * @param showValues whether cell values (levels of words, the target's units in the plots) may be written
 * @param version of the program
 */
public record RegressionReport(
        String data,
        List<String> notices,
        RegressionSheet sheet,
        Optional<Advice> advice,
        boolean showValues,
        String version) {

    public RegressionReport {
        notices = List.copyOf(notices);
    }

    /** The sheet that people read. */
    public Sheet toSheet() {
        return new RegressionSections(this).sheetOfAll();
    }

    /** The same for programs. */
    public String json() {
        return RegressionJson.write(this);
    }
}
