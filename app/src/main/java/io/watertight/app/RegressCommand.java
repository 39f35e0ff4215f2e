package io.watertight.app;

import io.watertight.app.report.RegressionReport;
import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Engines;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Resources;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.report.Numbers;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Words;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.regression.Advice;
import io.watertight.ml.regression.Advisor;
import io.watertight.ml.regression.Regression;
import io.watertight.ml.regression.RegressionSheet;
import io.watertight.ml.regression.Robust;
import io.watertight.ml.transform.DefaultPipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits ordinary least squares to a table and writes its sheet. */
@Command(
        name = "regress",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight regress FILE... --target COL [OPTIONS]",
        header = "Fits ordinary least squares, with all that belongs on its sheet.",
        description =
                "%nCoefficients with errors, tests and intervals, analysis of variance, collinearity, tests and pictures of"
                        + " the residuals, rows that weigh most, and what to try next.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use, or data that cannot be fitted", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight regress mtcars.csv --target mpg",
            "  watertight regress mtcars.csv --target mpg --features wt,hp --robust",
            "  watertight regress rents.parquet --target rent --type rooms=text --format json,html --output sheets"
        })
final class RegressCommand implements Callable<Integer> {

    /** Cells that fit into the memory of a laptop several times over, as least squares needs them. */
    private static final long MOST_CELLS = 8_000_000;

    private static final int LEAST_ROWS = 1_000;

    /** Columns beside the chosen ones that the advisor looks at. */
    private static final int MOST_OTHERS = 50;

    private static final long SEED = 20_240_131;

    private final Shell shell;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "CSV, TSV, Parquet, JSON, ARFF or Excel; a folder, a glob, or '-' for standard input.")
    List<String> data = new ArrayList<>();

    @Option(names = "--target", paramLabel = "COL", required = true, description = "The number to explain.")
    String target = "";

    @Option(
            names = "--features",
            paramLabel = "COL",
            description = "The columns that explain it, comma-separated or repeated; by default all others.")
    List<String> features = new ArrayList<>();

    @Option(names = "--robust", description = "Also standard errors that allow for a changing variance (HC3).")
    boolean robust;

    @Option(names = "--robust-type", paramLabel = "TYPE", description = "The same, of type hc0, hc1, hc2 or hc3.")
    @Nullable
    String robustType;

    @Option(names = "--no-advice", description = "Leave out what to try next, which takes most of the time.")
    boolean noAdvice;

    @Option(
            names = "--type",
            paramLabel = "COL=TYPE",
            description = "Read a column as number, text, time or boolean; numbers read as text become levels.")
    List<String> types = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, json, markdown or html; several: comma-separated or repeated."
                    + " Without it: text here, and a web page in this folder.")
    List<String> formats = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "PATH",
            description = "A file for one format, a folder for several, '-' for standard output.")
    @Nullable
    String output;

    @Option(names = "--show-values", description = "Show levels, fitted values and residuals; the sheet says so.")
    boolean showValues;

    @Option(names = "--quiet", description = "No progress and no notes, only the result.")
    boolean quiet;

    RegressCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<String> locations = shell.locations(data);
        String name = ReportOutput.nameOf(data);
        SheetOutput place =
                SheetOutput.of(formats, Optional.ofNullable(output), name + "-regress", locations, shell, quiet);
        RegressionReport report =
                ProgressLine.during(shell, !quiet, progress -> fit(name, locations, kind(), progress));
        place.write(report.toSheet(), report::json);
        return ExitCode.OK;
    }

    private Optional<Robust> kind() {
        if (robustType != null) {
            return Optional.of(Words.read(Robust.class, robustType, "--robust-type"));
        }
        return robust ? Optional.of(Robust.HC3) : Optional.empty();
    }

    private Map<String, ColumnType> types() {
        Map<String, ColumnType> result = new LinkedHashMap<>();
        for (String text : types) {
            int sign = text.lastIndexOf('=');
            if (sign < 1) {
                throw new WatertightException(
                        "--type '" + text + "' does not name a column and a type.", "write --type COLUMN=text");
            }
            result.put(text.substring(0, sign), Words.read(ColumnType.class, text.substring(sign + 1), "--type"));
        }
        return result;
    }

    private RegressionReport fit(String name, List<String> locations, Optional<Robust> kind, Progress progress) {
        Engine engine = Engines.find(Optional.empty());
        TableRequest request = new TableRequest(
                locations,
                List.of(),
                Optional.empty(),
                types(),
                reading.character(),
                reading.isHeader(),
                Resources.DEFAULT);
        try (Table table = shell.cancellation().watch(engine).open(request, progress)) {
            List<String> columns = columns(table);
            List<String> wanted = new ArrayList<>(columns);
            if (!noAdvice) {
                wanted.addAll(others(table, columns));
            }
            wanted.add(target);
            int rows = (int) Math.max(LEAST_ROWS, MOST_CELLS / wanted.size());
            ColumnBatch batch = table.scan(wanted, rows, SEED);
            RegressionSheet sheet = Regression.of(batch, target, columns, !features.isEmpty(), kind);
            List<String> notices =
                    table.notices().stream().map(ReadNotice::message).toList();
            Optional<Advice> advice = noAdvice
                    ? Optional.empty()
                    : new Advisor(batch, sheet, FitContext.of(SEED))
                            .advise(Optional.of(DefaultPipeline.of(DefaultPipeline.Kind.TREES, new BoostedTrees())));
            return new RegressionReport(name, notices, sheet, advice, showValues, Version.read());
        }
    }

    /** The columns to fit on; the target is checked on the way. */
    private List<String> columns(Table table) {
        List<String> all = table.columns().stream().map(TableColumn::name).toList();
        known("--target", target, all);
        List<String> result = new ArrayList<>();
        if (features.isEmpty()) {
            table.columns().stream()
                    .filter(column -> column.type() != ColumnType.OTHER)
                    .map(TableColumn::name)
                    .filter(column -> !column.equals(target))
                    .forEach(result::add);
        } else {
            for (String feature : WordList.ofNames(features, all)) {
                known("--features", feature, all);
                if (feature.equals(target)) {
                    throw new WatertightException(
                            "'" + target + "' is the target and cannot explain itself.", "leave it out of --features");
                }
                result.add(feature);
            }
        }
        if (result.size() > Regression.MOST_TERMS) {
            throw new WatertightException(
                    Numbers.count(result.size()) + " columns are more than a regression sheet has room for ("
                            + Regression.MOST_TERMS + ").",
                    "name those that matter: --features a,b,c");
        }
        return result;
    }

    /** Further columns, which the advisor may try. */
    private List<String> others(Table table, List<String> columns) {
        return table.columns().stream()
                .filter(column -> column.type() == ColumnType.NUMBER || column.type() == ColumnType.BOOLEAN)
                .map(TableColumn::name)
                .filter(column -> !column.equals(target) && !columns.contains(column))
                .limit(MOST_OTHERS)
                .toList();
    }

    private void known(String option, String column, List<String> all) {
        if (!all.contains(column)) {
            throw new WatertightException(
                    "There is no column '" + column + "' (" + option + ") in " + String.join(", ", data) + ".",
                    Spelling.nearest(column, all)
                            .map(near -> "you mean '" + near + "'")
                            .orElse("it is one of " + String.join(", ", all.subList(0, Math.min(20, all.size())))));
        }
    }
}
