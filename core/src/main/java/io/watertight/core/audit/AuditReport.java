package io.watertight.core.audit;

import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Price;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.lint.LintReport;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an audit found: the one model that every writer reads. Immutable.
 *
 * @param verdict of the study as a whole
 * @param view the study as understood, the profile and the sample
 * @param statistics every answer, for plots
 * @param findings open findings, surest first
 * @param accepted findings somebody answers for
 * @param questions open questions, most decisive first, at most {@link #MOST_QUESTIONS}
 * @param checks how every check ended, by id
 * @param strengths of every feature against the target, strongest first; empty without a target
 * @param provenance enough to repeat the run
 * @param code how the code beside the study was read, if somebody asked for it
 */
public record AuditReport(
        Verdict verdict,
        StudyView view,
        Statistics statistics,
        List<Finding> findings,
        List<Finding> accepted,
        List<Question> questions,
        List<CheckResult> checks,
        List<Strength> strengths,
        Provenance provenance,
        Optional<LintReport> code) {

    /** More questions than this are not answered by anybody. */
    public static final int MOST_QUESTIONS = 5;

    /** Of data alone. */
    public AuditReport(
            Verdict verdict,
            StudyView view,
            Statistics statistics,
            List<Finding> findings,
            List<Finding> accepted,
            List<Question> questions,
            List<CheckResult> checks,
            List<Strength> strengths,
            Provenance provenance) {
        this(verdict, view, statistics, findings, accepted, questions, checks, strengths, provenance, Optional.empty());
    }

    public AuditReport {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        questions = List.copyOf(questions);
        checks = List.copyOf(checks);
        strengths = List.copyOf(strengths);
    }

    public Study study() {
        return view.study();
    }

    /** The same report with prices, by fingerprint of the finding. Proof still ranks first; price ranks within a tier. */
    public AuditReport withPrices(Map<String, Price> prices) {
        List<Finding> priced = findings.stream()
                .map(finding -> Optional.ofNullable(prices.get(finding.fingerprint()))
                        .map(finding::withPrice)
                        .orElse(finding))
                .sorted(Stories.BY_PROOF)
                .toList();
        return new AuditReport(
                verdict, view, statistics, priced, accepted, questions, checks, strengths, provenance, code);
    }

    /**
     * The same report with what was found in the code beside the study. A finding about code supports the finding about data that tells
     * its story, or stands on its own; the rules are among the checks. What the code answers for in a comment is accepted.
     */
    public AuditReport withCode(LintReport reading) {
        CodeStories stories = new CodeStories(study().target().map(Target::column));
        Acceptances code = Acceptances.apply(study(), reading.findings());
        List<Finding> answered = stories.kinOf(accepted, code.open());
        List<Finding> open = stories.join(
                findings,
                code.open().stream()
                        .filter(finding -> !answered.contains(finding))
                        .toList());
        List<Finding> held = new ArrayList<>(stories.join(accepted, answered));
        held.addAll(code.accepted());
        reading.suppressed().forEach(one -> held.add(one.finding()));
        List<CheckResult> all = Stream.concat(checks.stream(), CodeReading.results(reading).stream())
                .toList();
        return new AuditReport(
                Verdicts.of(view, open, all),
                view,
                statistics,
                open,
                held,
                Questions.of(study(), open),
                all,
                strengths,
                provenance,
                Optional.of(reading));
    }

    public long count(CheckStatus status) {
        return checks.stream().filter(check -> check.status() == status).count();
    }

    /** Open findings at least this severe, whatever their confidence but LOW. */
    public List<Finding> atLeast(Severity severity) {
        return findings.stream()
                .filter(finding ->
                        finding.severity().compareTo(severity) <= 0 && finding.confidence() != Confidence.LOW)
                .toList();
    }

    /** Features of which nobody has said when they are known. */
    public List<String> undeclared() {
        return study().features().stream()
                .filter(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN)
                .map(column -> column.name())
                .toList();
    }

    /** Features that a finding of severity error or warning names. */
    public List<String> accused() {
        return findings.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .flatMap(finding -> finding.columns().stream())
                .distinct()
                .toList();
    }
}
