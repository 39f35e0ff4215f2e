package io.watertight.core.audit;

import io.watertight.core.check.Catalogue;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.Finding;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Engines;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.numeric.Strength;
import io.watertight.core.statistic.ModelStatistic;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Role;
import io.watertight.core.study.Study;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Audits one study: profile and sample, proposals, one more scan, judgement. Stateless but for what it is given; an instance may
 * run several audits one after the other.
 */
public final class Audit {

    /** Numbers held in memory at most; at eight bytes each this is the sample's share of a modest heap. */
    private static final long SAMPLE_CELLS = 10_000_000;

    private static final int MOST_SAMPLE_ROWS = 100_000;
    private static final int LEAST_SAMPLE_ROWS = 2_000;

    private final Engine engine;
    private final Optional<ModelAnswers> models;
    private final Catalogue catalogue;
    private final AuditOptions options;
    private final Progress progress;

    public Audit(
            Engine engine,
            Optional<ModelAnswers> models,
            Catalogue catalogue,
            AuditOptions options,
            Progress progress) {
        this.engine = engine;
        this.models = models;
        this.catalogue = catalogue;
        this.options = options;
        this.progress = progress;
    }

    /** With the engine, models and checks on the class path. */
    public static Audit withDefaults(AuditOptions options, Progress progress) {
        return with(Engines.find(Optional.empty()), options, progress);
    }

    /** With an engine of the caller's, and the models and checks on the class path. */
    public static Audit with(Engine engine, AuditOptions options, Progress progress) {
        return new Audit(
                engine, ServiceLoader.load(ModelAnswers.class).findFirst(), Catalogue.load(), options, progress);
    }

    /**
     * Runs the audit.
     *
     * @throws io.watertight.core.WatertightException if the data cannot be read or a declaration does not fit it
     */
    public AuditReport run(Declaration declaration) {
        return run(declaration, (view, table) -> {});
    }

    /**
     * The same with something more at its end that needs the rows, while the table is still open: to open it again is to read the files
     * again.
     */
    public AuditReport run(Declaration declaration, BiConsumer<StudyView, Table> further) {
        CheckRunner runner = new CheckRunner(catalogue, options);
        Instant started = Instant.now();
        Stopwatch watch = new Stopwatch();
        try (Table table = engine.open(request(declaration), progress)) {
            watch.lap("read");
            StudyView view = look(table, declaration, watch);
            progress.stage("Looking for candidates", 0);
            runner.propose(view);
            watch.lap("propose");
            Statistics statistics = answer(table, view, runner.needs(view), watch);
            List<CheckResult> results = runner.judge(view, statistics);
            List<Strength> strengths = FeatureStrengths.of(view, statistics);
            watch.lap("judge");
            Provenance provenance = new Provenance(
                    version(),
                    engine.version(),
                    Inputs.describe(declaration),
                    options.seed(),
                    started,
                    watch.seconds(),
                    table.queries(),
                    view.profile().rows(),
                    view.sample().rows(),
                    watch.stages());
            AuditReport report = conclude(view, statistics, results, strengths, provenance);
            further.accept(view, table);
            return report;
        }
    }

    /** The study as it would be audited, with the profile and sample behind it, but without running a check. */
    public StudyView look(Declaration declaration) {
        try (Table table = engine.open(request(declaration), progress)) {
            return look(table, declaration, new Stopwatch());
        }
    }

    /** Works on the study as {@link #look} gives it while its table is open. */
    public <T> T with(Declaration declaration, BiFunction<StudyView, Table, T> work) {
        try (Table table = engine.open(request(declaration), progress)) {
            return work.apply(look(table, declaration, new Stopwatch()), table);
        }
    }

    /**
     * The study and its rows, for what has to fit models.
     *
     * @param mostRows about how many rows at most; all of them when the table has no more
     */
    public StudyRows read(Declaration declaration, int mostRows) {
        return with(declaration, (view, table) -> {
            // A column that nobody predicts from may still tell when another became known.
            Set<String> telling = view.study().columns().stream()
                    .flatMap(column -> column.knownAt().column().stream())
                    .collect(Collectors.toSet());
            List<String> columns = view.study().columns().stream()
                    .filter(column -> column.role() != Role.IGNORED || telling.contains(column.name()))
                    .filter(column -> column.type() != ColumnType.OTHER)
                    .map(Column::name)
                    .toList();
            progress.stage("Reading rows", 0);
            return new StudyRows(view, table.scan(columns, mostRows, options.seed()));
        });
    }

    /** The columns of the data, without a scan. */
    public List<TableColumn> columns(Declaration declaration) {
        try (Table table = engine.open(request(declaration), progress)) {
            return table.columns();
        }
    }

    private StudyView look(Table table, Declaration written, Stopwatch watch) {
        List<String> names = table.columns().stream().map(TableColumn::name).toList();
        Declaration declaration = DeclaredNames.settle(written, names);
        DeclarationCheck.against(declaration, table.columns());
        TableProfile profile = table.profile();
        watch.lap("profile");
        if (profile.rows() == 0) {
            throw new io.watertight.core.WatertightException(
                    "There are no rows in " + String.join(", ", declaration.data()) + ".",
                    "the file holds only a header, or the wrong sheet or pattern was named");
        }
        List<String> columns = table.columns().stream()
                .filter(column -> column.type() != ColumnType.OTHER)
                .map(TableColumn::name)
                .toList();
        ColumnBatch sample = table.scan(columns, sampleRows(columns.size()), options.seed());
        DeclarationCheck.requireOrder(declaration, sample);
        watch.lap("sample");
        Study study = StudyInference.infer(declaration, table.columns(), profile, sample);
        Optional<Outcome> outcome = Outcomes.of(study, sample);
        return new StudyView(study, profile, sample, outcome, table.notices(), table.isOrdered());
    }

    private Statistics answer(Table table, StudyView view, Set<Statistic<?>> needs, Stopwatch watch) {
        Set<Statistic<?>> scanned = new LinkedHashSet<>();
        Set<ModelStatistic<?>> modelled = new LinkedHashSet<>();
        for (Statistic<?> need : needs) {
            if (need instanceof ModelStatistic<?> model) {
                modelled.add(model);
            } else {
                scanned.add(need);
            }
        }
        Statistics answers = table.compute(view.outcome(), scanned, options.budget());
        watch.lap("scan");
        Statistics.Builder all = Statistics.builder().putAll(answers);
        if (!modelled.isEmpty()) {
            progress.stage("Fitting reference models", view.sample().rows());
            if (models.isEmpty()) {
                modelled.forEach(question -> all.leaveOut(question, "no module that fits models is installed"));
            } else if (options.budget()
                    .filter(limit -> watch.seconds() > limit.toMillis() / 1e3)
                    .isPresent()) {
                modelled.forEach(question -> all.leaveOut(question, "deferred by --budget"));
            } else {
                int threads = options.resources()
                        .threads()
                        .orElse(Runtime.getRuntime().availableProcessors());
                all.putAll(models.get().answer(view.sample(), view.outcome(), modelled, options.seed(), threads));
            }
        }
        watch.lap("models");
        return all.build();
    }

    private static AuditReport conclude(
            StudyView view,
            Statistics statistics,
            List<CheckResult> results,
            List<Strength> strengths,
            Provenance provenance) {
        List<Finding> all =
                results.stream().flatMap(result -> result.findings().stream()).toList();
        Acceptances acceptances = Acceptances.apply(view.study(), Stories.tell(all));
        Verdict verdict = Verdicts.of(view, acceptances.open(), results);
        return new AuditReport(
                verdict,
                view,
                statistics,
                acceptances.open(),
                acceptances.accepted(),
                Questions.of(view.study(), acceptances.open()),
                results,
                strengths,
                provenance);
    }

    private TableRequest request(Declaration declaration) {
        return new TableRequest(
                declaration.data(),
                declaration.test(),
                declaration.split(),
                declaration.types(),
                options.delimiter(),
                options.header(),
                options.resources());
    }

    private int sampleRows(int columns) {
        if (options.sampleRows().isPresent()) {
            return options.sampleRows().getAsInt();
        }
        long affordable = SAMPLE_CELLS / Math.max(1, columns);
        return (int) Math.max(LEAST_SAMPLE_ROWS, Math.min(MOST_SAMPLE_ROWS, affordable));
    }

    private static String version() {
        String version = Audit.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
