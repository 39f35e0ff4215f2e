package io.watertight.app;

import io.watertight.core.check.Evidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import io.watertight.core.check.FlowStep;
import io.watertight.core.check.Place;
import io.watertight.core.check.Subject;
import io.watertight.core.lint.LintReport;
import io.watertight.core.lint.LintedFile;
import java.util.List;
import java.util.function.UnaryOperator;

/** A report in which files are called otherwise: a temporary file is nobody's. */
record RenamedReport(UnaryOperator<String> names) {

    LintReport of(LintReport report) {
        return new LintReport(
                report.files().stream().map(this::file).toList(),
                report.findings().stream().map(this::finding).toList(),
                report.suppressed().stream()
                        .map(one -> new LintReport.Suppressed(finding(one.finding()), one.because(), one.isInSource()))
                        .toList(),
                report.rules(),
                report.families(),
                report.version());
    }

    private LintedFile file(LintedFile file) {
        String name = names.apply(file.name());
        return new LintedFile(
                name,
                file.form(),
                file.cells(),
                file.lines(),
                file.milliseconds(),
                file.notices().stream()
                        .map(notice -> notice.replace(file.name(), name))
                        .toList(),
                file.notAnalysed().stream()
                        .map(lost -> new LintedFile.NotAnalysed(place(lost.place()), lost.reason()))
                        .toList(),
                file.splits(),
                file.fits(),
                file.scores(),
                file.excerpts());
    }

    private Finding finding(Finding finding) {
        Evidence evidence = finding.evidence();
        List<FlowStep> flow = evidence.flow().stream()
                .map(step -> new FlowStep(place(step.place()), step.role(), step.message()))
                .toList();
        return new Finding(
                finding.check(),
                finding.title(),
                finding.category(),
                finding.severity(),
                finding.confidence(),
                new Subject(
                        finding.columns(),
                        finding.subject().aspect(),
                        finding.subject().place().map(this::place)),
                finding.message(),
                new Evidence(
                        evidence.measure(),
                        evidence.value(),
                        evidence.threshold(),
                        evidence.facts(),
                        evidence.values(),
                        evidence.rows(),
                        evidence.rowGroups(),
                        evidence.coverage(),
                        flow),
                finding.fix().map(this::fix),
                finding.question(),
                finding.price(),
                finding.supporting().stream().map(this::finding).toList());
    }

    private Fix fix(Fix fix) {
        if (!(fix instanceof Fix.CodeEdit code)) {
            return fix;
        }
        return new Fix.CodeEdit(
                code.summary(),
                code.edits().stream()
                        .map(edit -> new Fix.LineEdit(
                                names.apply(edit.file()),
                                edit.cell(),
                                edit.firstLine(),
                                edit.lastLine(),
                                edit.replacement()))
                        .toList());
    }

    private Place place(Place place) {
        return new Place(
                names.apply(place.file()),
                place.cell(),
                place.line(),
                place.column(),
                place.endLine(),
                place.endColumn(),
                place.fileLine(),
                place.text());
    }
}
