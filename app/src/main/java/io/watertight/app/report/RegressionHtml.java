package io.watertight.app.report;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** A regression sheet as one page in one file, in the looks of the audit's. */
final class RegressionHtml {

    private RegressionHtml() {}

    static void write(RegressionReport report, Appendable out) throws IOException {
        OfflinePage frame = OfflinePage.load();
        RegressionSections sections = new RegressionSections(report);
        List<FindingCard.Fact> figures = List.of(
                new FindingCard.Fact(
                        "rows fitted",
                        String.format(
                                Locale.ENGLISH, "%,d", report.sheet().rows().used())),
                new FindingCard.Fact(
                        "coefficients",
                        String.valueOf(report.sheet().coefficients().size())),
                new FindingCard.Fact(
                        "residual standard error",
                        Figures.of(report.sheet().goodness().standardError())),
                new FindingCard.Fact(
                        "F test, p",
                        Figures.probability(report.sheet().goodness().p())),
                new FindingCard.Fact(
                        "condition number", Figures.of(report.sheet().conditionNumber())));
        frame.render(
                "regression.jte",
                new RegressionPage(
                        frame.policy(),
                        frame.style(),
                        frame.script(),
                        report.data(),
                        report.sheet().target(),
                        sections.headline(),
                        sections.scope(),
                        report.showValues(),
                        figures,
                        sections.all(),
                        ResidualPlots.of(report),
                        report.version()),
                out);
    }
}
