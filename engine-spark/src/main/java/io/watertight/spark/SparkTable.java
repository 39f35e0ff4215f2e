package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.duckdb.PrivateFolder;
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
        rows.rows().createOrReplaceTempView(VIEW);
        Map<String, SqlColumn> columns = new LinkedHashMap<>();
        for (int index = 0; index < rows.columns().size(); index++) {
            TableColumn column = rows.columns().get(index);
            columns.put(
                    column.name(),
                    new SqlColumn(column, "c" + index, rows.storages().get(index)));
        }
        source = new Source(new SparkDialect(), VIEW, "row_id", rows.hasSplit() ? "part" : "0", columns);
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
        if (!rows.ordered()) {
            throw new WatertightException(
                    "The rows of this table have no position, so nobody could tell from a file which row is where.",
                    "write the table as Parquet first and split that");
        }
        progress.stage("Splitting " + assignment.plan().describe(), 0);
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
