package io.watertight.spark;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.files.PrivateFolder;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.split.SplitPlans.Chosen;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.core.study.Study;
import io.watertight.engine.sql.Answers;
import io.watertight.engine.sql.AssignmentFile;
import io.watertight.engine.sql.Profiles;
import io.watertight.engine.sql.Source;
import io.watertight.engine.sql.SqlColumn;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** An open table. */
final class SparkTable implements Table {

    private static final String VIEW = "watertight_rows";

    private final SparkQueries queries;
    private final PrivateFolder folder;
    private final Staging staging;
    private final TypedRows rows;
    private final Source source;
    private final Progress progress;
    private Optional<TableProfile> profile = Optional.empty();

    SparkTable(SparkQueries queries, PrivateFolder folder, Staging staging, TypedRows rows, Progress progress) {
        this.queries = queries;
        this.folder = folder;
        this.staging = staging;
        this.rows = rows;
        this.progress = progress;
        source = source(rows, VIEW);
    }

    /** Rows as queries know them: under the name of a view. */
    static Source source(TypedRows rows, String view) {
        rows.rows().createOrReplaceTempView(view);
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        for (int index = 0; index < rows.columns().size(); index++) {
            TableColumn column = rows.columns().get(index);
            columns.put(
                    column.name(),
                    new SqlColumn(column, "c" + index, rows.storages().get(index)));
        }
        return new Source(new SparkDialect(), view, "row_id", rows.hasSplit() ? "part" : "0", columns);
    }

    /** Splits the rows that this table was opened with, and gives them back with their part. */
    SplitRows split(Dataset<Row> own, Study study, Chosen chosen, SplitOptions options) {
        progress.stage("Splitting " + chosen.plan().describe(), 0);
        return new Division(queries, rows).of(own, study, chosen, options);
    }

    @Override
    public List<TableColumn> columns() {
        return rows.columns();
    }

    @Override
    public List<ReadNotice> notices() {
        return rows.notices();
    }

    @Override
    public boolean isOrdered() {
        return rows.ordered();
    }

    @Override
    public TableProfile profile() {
        progress.stage("Profiling " + rows.columns().size() + " columns", 0);
        TableProfile result = new Profiles(queries, source).profile();
        profile = Optional.of(result);
        return result;
    }

    @Override
    public ColumnBatch scan(List<String> columns, int maximumRows, long seed) {
        return new Samples(queries, source).scan(columns, maximumRows, seed);
    }

    @Override
    public Statistics compute(Optional<Outcome> outcome, Set<Statistic<?>> questions, Optional<Duration> budget) {
        return new Answers(queries, source, profile, progress).compute(outcome, questions, budget);
    }

    @Override
    public Assigned assign(Assignment assignment) {
        progress.stage("Splitting " + assignment.plan().describe(), 0);
        if (!rows.ordered()) {
            return new KeyedLines(queries, staging, rows).write(assignment, folder.path());
        }
        return new AssignmentFile(queries, new LineStore(queries, staging), source, folder.path()).write(assignment);
    }

    @Override
    public int queries() {
        return queries.count();
    }

    @Override
    public void close() {
        queries.close();
        staging.close();
        folder.close();
    }
}
