package io.watertight.core.check;

import io.watertight.core.data.ColumnBatch;
import io.watertight.core.data.TableProfile;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.Outcome;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a check may look at before it asks its questions: the study, the profile of all rows and a sample. Thread-safe. */
public final class StudyView {

    private final Study study;
    private final TableProfile profile;
    private final ColumnBatch sample;
    private final Optional<Outcome> outcome;
    private final List<ReadNotice> notices;
    private final boolean ordered;
    private final Map<String, Binning> binnings = new ConcurrentHashMap<>();

    public StudyView(
            Study study,
            TableProfile profile,
            ColumnBatch sample,
            Optional<Outcome> outcome,
            List<ReadNotice> notices,
            boolean ordered) {
        this.study = study;
        this.profile = profile;
        this.sample = sample;
        this.outcome = outcome;
        this.notices = List.copyOf(notices);
        this.ordered = ordered;
    }

    public Study study() {
        return study;
    }

    public TableProfile profile() {
        return profile;
    }

    /** Rows in memory; all of them when {@link ColumnBatch#isComplete()}. Holds every column but those of type OTHER. */
    public ColumnBatch sample() {
        return sample;
    }

    /** The target as it is counted, empty without a target. */
    public Optional<Outcome> outcome() {
        return outcome;
    }

    /** The target of a check that requires one. */
    public Target target() {
        return outcome.orElseThrow().target();
    }

    public List<ReadNotice> notices() {
        return notices;
    }

    /** Whether a row's id is its position in the data. */
    public boolean isOrdered() {
        return ordered;
    }

    /** The bins of a column, the same for every check. */
    public Binning binning(String column) {
        return binnings.computeIfAbsent(column, name -> Binnings.of(sample.column(name)));
    }

    /** The shared question about a column's strength. */
    public Contingency contingency(String column) {
        return new Contingency(column, binning(column));
    }
}
