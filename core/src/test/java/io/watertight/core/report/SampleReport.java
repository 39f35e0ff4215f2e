package io.watertight.core.report;

import io.watertight.core.audit.AuditReport;
import io.watertight.core.audit.Provenance;
import io.watertight.core.audit.Verdict;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Confidence;
import io.watertight.core.check.Finding;
import io.watertight.core.check.FindingDraft;
import io.watertight.core.check.Findings;
import io.watertight.core.check.Fix;
import io.watertight.core.check.Question;
import io.watertight.core.check.Severity;
import io.watertight.core.check.StudyView;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.numeric.OutOfFold;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.ContingencyTable;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.statistic.TimeSpan;
import io.watertight.core.statistic.TimeSpanReport;
import io.watertight.core.study.Acceptance;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Guess;
import io.watertight.core.study.Key;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hand-built report of a made-up table, to see how writers put it. The same seed gives the same report. */
public final class SampleReport {

    private static final String SECRET = "Anna Blume";

    private String repaid = "total_paid";
    private String region = "region";
    private String file = "loans.csv";
    private boolean clean;

    /** A column name of your choice, in place of the column that holds the outcome. */
    public SampleReport leakCalled(String name) {
        repaid = name;
        return this;
    }

    /** Another, in place of an honest column. */
    public SampleReport regionCalled(String name) {
        region = name;
        return this;
    }

    /** A name of the data file. */
    public SampleReport readFrom(String name) {
        file = name;
        return this;
    }

    /** Without findings and questions. */
    public SampleReport withoutFindings() {
        clean = true;
        return this;
    }

    /** A cell value that only {@code showValues} may bring to light. */
    public static String secret() {
        return SECRET;
    }

    public AuditReport build() {
        SampleTable table = new SampleTable(repaid, region, 7);
        Target target = new Target("default", Task.BINARY, true, List.of("0", "1"), 1);
        List<Finding> findings = clean ? List.of() : List.of(written(), filled(), repeated(), later(), constant());
        Finding accepted = find(
                new SampleChecks.ShiftBetweenParts(),
                FindingDraft.about(List.of(), Confidence.MEDIUM)
                        .says("Test rows can be told from training rows (AUC 0.71)."));
        Declaration declaration = Declaration.builder()
                .name("loans")
                .data(List.of(file))
                .test(List.of("later.csv"))
                .target("default")
                .acceptances(List.of(new Acceptance(
                        accepted.fingerprint(),
                        "the later loans are a new product",
                        Optional.of("M. Ernst"),
                        Optional.of(LocalDate.of(2027, 1, 31)))))
                .build();
        Study study = new Study(
                declaration,
                table.columns,
                Optional.of(target),
                SplitSource.TEST_FILE,
                List.of(Key.of("loan_id")),
                List.of(),
                List.of(Key.of("issued")),
                List.of(
                        new Guess("id", "loan_id", "its name says so and no value repeats"),
                        new Guess("time", "issued", "it is the only column of dates without gaps")));
        StudyView view = new StudyView(
                study,
                table.profile(),
                table.batch(),
                Optional.of(new Outcome(target, new double[0])),
                List.of(new ReadNotice(
                        ReadNotice.Kind.SHORT_ROWS, List.of(), 3, "3 rows had too few fields and were filled up.")),
                true);
        Statistics statistics = statistics(view);
        return new AuditReport(
                clean ? Verdict.UNDECIDED : Verdict.NOT_VALID,
                view,
                statistics,
                findings,
                clean ? List.of() : List.of(accepted),
                clean ? List.of() : questions(),
                checks(findings, accepted),
                strengths(view, statistics),
                new Provenance(
                        "0.1.0",
                        "duckdb 2.0.0",
                        List.of(file + ", 31415 bytes, changed 2026-01-02T03:04:05Z"),
                        20_260_101,
                        Instant.parse("2026-11-22T09:30:00Z"),
                        2.43,
                        9,
                        SampleTable.ROWS,
                        SampleTable.ROWS,
                        Map.of("scan", 1.5)));
    }

    private Finding written() {
        Finding supporting = find(
                new SampleChecks.FilledAfterwards(),
                FindingDraft.about(repaid, Confidence.MEDIUM)
                        .aspect("level")
                        .says("One value of %s occurs with one outcome only.", repaid));
        return find(
                        new SampleChecks.WrittenInOutcome(),
                        FindingDraft.about(repaid, Confidence.HIGH)
                                .says("%s is 1,000 on 316 of 316 repaid loans and on none of 84 defaults.", repaid)
                                .measured("out-of-fold AUC", 0.9996, 0.95)
                                .fact("rows that agree", 400L)
                                .fact("chance of this by luck", 1.2e-21)
                                .cell("value of the repaid", SECRET)
                                .rows(List.of(0L, 16L, 399L))
                                .fix(Fix.leaveOut(List.of(repaid))))
                .withSupporting(List.of(supporting));
    }

    private Finding filled() {
        return find(
                new SampleChecks.FilledAfterwards(),
                FindingDraft.about("recovered", Confidence.HIGH)
                        .says("recovered is filled in on 59 of 84 defaults and on no repaid loan.")
                        .measured("share of defaults among filled rows", 1, 0.21)
                        .fix(Fix.leaveOut(List.of("recovered"))));
    }

    private Finding repeated() {
        return find(
                new SampleChecks.RepeatedAcrossSplit(),
                FindingDraft.about(List.of(), Confidence.HIGH)
                        .says("4 of 80 test rows also occur in training, where chance would give 0.1.")
                        .measured("share of test rows", 0.05, Double.NaN)
                        .rowGroups(List.of(List.of(11L, 330L), List.of(17L, 341L)))
                        .coverage(0.5)
                        .fix(new Fix.Advice("drop the repeated rows from the test set")));
    }

    private Finding later() {
        return find(
                new SampleChecks.LaterThanPrediction(),
                FindingDraft.about("last_payment", Confidence.MEDIUM)
                        .says("last_payment is later than issued in 400 of 400 rows.")
                        .measured("share of rows", 1, Double.NaN)
                        .asks(questions().get(0)));
    }

    private static Finding constant() {
        return find(
                new SampleChecks.Constant(),
                FindingDraft.about("income", Confidence.LOW)
                        .severity(Severity.INFO)
                        .says("income is missing in 5 %% of the rows."));
    }

    private static List<Question> questions() {
        return List.of(
                Question.known(List.of("last_payment"), "Is last_payment known when you predict?", 3),
                new Question(
                        "For loans like these, or for later ones? A random split would train on the future.",
                        List.of("--purpose rows", "--purpose future"),
                        List.of("issued"),
                        2));
    }

    private static Finding find(Check<?> check, FindingDraft draft) {
        Findings findings = new Findings(check.info());
        findings.add(draft);
        return findings.found().get(0);
    }

    private static List<CheckResult> checks(List<Finding> findings, Finding accepted) {
        List<CheckResult> results = new ArrayList<>();
        for (Check<?> check : SampleChecks.catalogue().checks()) {
            String id = check.info().id();
            List<Finding> own = new ArrayList<>();
            for (Finding finding : findings) {
                if (finding.check().equals(id)) {
                    own.add(finding.withSupporting(List.of()));
                }
                finding.supporting().stream()
                        .filter(other -> other.check().equals(id))
                        .forEach(own::add);
            }
            if (id.equals(accepted.check()) && !findings.isEmpty()) {
                own.add(accepted);
            }
            results.add(result(id, own));
        }
        return results;
    }

    private static CheckResult result(String id, List<Finding> own) {
        return switch (id) {
            case "group-straddles" ->
                new CheckResult(
                        id,
                        CheckStatus.SKIPPED,
                        "needs a declared group. Maybe name the entity's column with --group.",
                        1,
                        List.of(),
                        List.of());
            case "broken-check" ->
                new CheckResult(
                        id,
                        CheckStatus.FAILED,
                        "NumberFormatException: For input string: \"" + SECRET + "\" at BrokenCheck.java:12",
                        1,
                        List.of(),
                        List.of());
            default ->
                new CheckResult(
                        id,
                        own.isEmpty() ? CheckStatus.PASSED : CheckStatus.FOUND,
                        "",
                        id.equals("scaled-together") ? 0.5 : 1,
                        own,
                        List.of());
        };
    }

    private static Statistics statistics(StudyView view) {
        Statistics.Builder statistics = Statistics.builder();
        view.study().features().forEach(column -> {
            Contingency question = view.contingency(column.name());
            statistics.put(question, count(view, question));
        });
        double[] issued = view.sample().numbers("issued");
        double day = 86_400;
        statistics.put(
                new TimeSpan("issued"),
                new TimeSpanReport(
                        issued[0] - 30 * day,
                        issued[300],
                        issued[310],
                        issued[399],
                        80,
                        12,
                        2,
                        320,
                        15,
                        List.of(330L)));
        return statistics.build();
    }

    private static ContingencyTable count(StudyView view, Contingency question) {
        double[][][] cells = new double[question.binning().bins()][Contingency.FOLDS][2];
        for (int row = 0; row < SampleTable.TRAIN; row++) {
            int label = view.sample().column("default").text(row).equals("1") ? 1 : 0;
            cells[bin(view, question, row)][row % Contingency.FOLDS][label]++;
        }
        return new ContingencyTable(question.column(), question.binning(), cells);
    }

    private static int bin(StudyView view, Contingency question, int row) {
        Binning binning = question.binning();
        if (view.sample().column(question.column()).isMissing(row)) {
            return binning.bins() - 1;
        }
        if (binning instanceof Binning.Cuts cuts) {
            return cuts.binOf(view.sample().numbers(question.column())[row]);
        }
        return ((Binning.Levels) binning)
                .texts()
                .indexOf(view.sample().column(question.column()).text(row));
    }

    private static List<Strength> strengths(StudyView view, Statistics statistics) {
        return view.study().features().stream()
                .map(column -> OutOfFold.ofClasses(statistics.get(view.contingency(column.name()))))
                .sorted(Comparator.comparingDouble(Strength::value).reversed())
                .toList();
    }
}
