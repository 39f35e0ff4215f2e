package io.watertight.core.engine;

import io.watertight.core.data.RowSource;
import io.watertight.core.data.TableProfile;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.Assignment;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.statistic.Statistic;
import io.watertight.core.statistic.Statistics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An open table. Used by one thread at a time, but {@link #close()} may come from another and cancels what runs. */
public interface Table extends RowSource, AutoCloseable {

    /** The columns in file order. */
    List<TableColumn> columns();

    /** What reading met and a user should know: rejected rows, repaired encodings, renamed columns. */
    List<ReadNotice> notices();

    /** Whether a row's id is its position in the data; where false, checks about order are skipped. */
    boolean isOrdered();

    /** The first scan: every column over all rows. */
    TableProfile profile();

    /**
     * The second scan: answers all questions in as few passes as it can.
     *
     * @param outcome the target as it is to be counted; questions about the target have no answer without it
     * @param questions no {@link io.watertight.core.statistic.ModelStatistic} among them
     * @param budget stop after about this long, leaving later questions unanswered with that reason; the order is the engine's,
     *     cheap and decisive questions first
     */
    Statistics compute(Optional<Outcome> outcome, Set<Statistic<?>> questions, Optional<Duration> budget);

    /**
     * Splits the rows and writes who is where to a file, without taking the rows into memory. The file appears when it is whole and
     * proved, or not at all.
     *
     * @throws io.watertight.core.WatertightException if the rows do not suffice for the plan, or the file cannot be written
     */
    Assigned assign(Assignment assignment);

    /** How many queries over the data were run so far. */
    int queries();

    @Override
    void close();
}
