package io.watertight.app.report;

import io.watertight.core.lint.LintRule;
import io.watertight.core.report.LintJson;
import io.watertight.core.report.LintJunit;
import io.watertight.core.report.LintMarkdown;
import io.watertight.core.report.LintReportWriter;
import io.watertight.core.report.LintSarif;
import io.watertight.core.report.LintText;
import java.util.List;

/** Every format a reading of code can be reported in. */
public final class LintWriters {

    private LintWriters() {}

    /**
     * All formats, in the order of the manual.
     *
     * @param rules the rules with their pages
     * @param isVerbose whether the text names everything that was not analysed
     */
    public static List<LintReportWriter> all(List<LintRule> rules, boolean isVerbose) {
        return List.of(
                new LintText(isVerbose),
                new LintJson(),
                new LintSarif(rules),
                new LintJunit(),
                new LintMarkdown(),
                new LintHtml(rules));
    }
}
