package io.watertight.engine.duckdb;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.files.PrivateFolder;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import io.watertight.engine.internal.Relation;
import io.watertight.engine.sql.Answers;
import io.watertight.engine.sql.AssignmentFile;
import io.watertight.engine.sql.Profiles;
import io.watertight.engine.sql.Source;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An open table. */
final class DuckDbTable implements Table {

    private final Session session;
    private final PrivateFolder folder;
    private final Relation relation;
    private final Source source;
    private final Progress progress;
    private Optional<TableProfile> profile = Optional.empty();

    DuckDbTable(Session session, PrivateFolder folder, Relation relation, Progress progress) {
        this.session = session;
        this.folder = folder;
        this.relation = relation;
        this.progress = progress;
        this.source = Sources.of(session, relation);
    }

    @Override
    public List<TableColumn> columns() {
        return relation.columns();
    }

    @Override
    public List<ReadNotice> notices() {
        return relation.notices();
    }

    @Override
    public boolean isOrdered() {
        return relation.ordered();
    }

    @Override
    public TableProfile profile() {
        progress.stage("Profiling " + relation.columns().size() + " columns", 0);
        TableProfile result = Profiles.trusting(session, source).profile();
        profile = Optional.of(result);
        return result;
    }

    @Override
    public ColumnBatch scan(List<String> columns, int maximumRows, long seed) {
        return new Samples(session, source).scan(columns, maximumRows, seed);
    }

    @Override
    public Statistics compute(Optional<Outcome> outcome, Set<Statistic<?>> questions, Optional<Duration> budget) {
        return new Answers(session, source, profile, progress).compute(outcome, questions, budget);
    }

    @Override
    public Assigned assign(Assignment assignment) {
        progress.stage("Splitting " + assignment.plan().describe(), 0);
        return new AssignmentFile(session, new LineStore(session), source, folder.path()).write(assignment);
    }

    @Override
    public int queries() {
        return session.queries();
    }

    @Override
    public void close() {
        session.close();
        folder.close();
    }
}
