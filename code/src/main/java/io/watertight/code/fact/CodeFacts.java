package io.watertight.code.fact;

import io.watertight.code.value.Influence;
import io.watertight.code.value.RowAlgebra;
import java.util.List;
import java.util.Optional;

/**
 * All that a program does with data, as far as the rules need it, in the order in which it happens. Immutable but for the memory of the
 * algebra; not thread-safe.
 */
public record CodeFacts(
        List<Split> splits,
        List<Model> models,
        List<Fit> fits,
        List<Score> scores,
        List<Metric> metrics,
        List<Decision> decisions,
        List<Grouping> groupings,
        List<Influence> influences,
        List<Lost> lost,
        RowAlgebra algebra) {

    public CodeFacts {
        splits = List.copyOf(splits);
        models = List.copyOf(models);
        fits = List.copyOf(fits);
        scores = List.copyOf(scores);
        metrics = List.copyOf(metrics);
        decisions = List.copyOf(decisions);
        groupings = List.copyOf(groupings);
        influences = List.copyOf(influences);
        lost = List.copyOf(lost);
    }

    /** The making of the model that a fit or an evaluation names. */
    public Optional<Model> model(int id) {
        return models.stream().filter(model -> model.id() == id).findFirst();
    }

    public Optional<Fit> fit(int id) {
        return fits.stream().filter(fit -> fit.id() == id).findFirst();
    }

    public Optional<Score> score(int id) {
        return scores.stream().filter(score -> score.id() == id).findFirst();
    }

    public Optional<Split> split(String key) {
        return splits.stream().filter(split -> split.key().equals(key)).findFirst();
    }
}
