package io.watertight.ml.algorithm;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.TrainingSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An algorithm that learns one class or one number a row. It gets several labels as one problem of two classes each, classes that do not
 * occur in its rows are out of its sight, and columns it cannot take are refused before. For extension; immutable and thread-safe.
 */
public abstract class SingleTarget extends Algorithm {

    /** Learns classes: at least two, each of which occurs. */
    protected abstract Model classify(TrainingSet training, Response.Classes classes, FitContext context);

    /** Learns numbers. */
    protected abstract Model regress(TrainingSet training, Response.Numbers numbers, FitContext context);

    /** Whether NaN may stand for a missing number. */
    protected boolean takesMissing() {
        return false;
    }

    /** Whether columns of categories may come as they are. */
    protected boolean takesCategories() {
        return false;
    }

    final Inputs inputs(Features features) {
        return Inputs.of(features, !takesMissing(), !takesCategories());
    }

    @Override
    protected final Model train(TrainingSet training, FitContext context) {
        Features features = training.features();
        if (features.width() == 0) {
            throw new WatertightException(
                    "There is no column for the " + name() + " to learn from.", "declare at least one feature");
        }
        inputs(features).require(name(), features);
        if (training.response() instanceof Response.Labels labels) {
            return byLabel(training, labels, context);
        }
        if (training.response() instanceof Response.Classes classes) {
            return byClass(training, classes, context);
        }
        return regress(training, (Response.Numbers) training.response(), context);
    }

    /** A label that no row or every row has is not worth a failure of all others: it is predicted as such. */
    private Model byLabel(TrainingSet training, Response.Labels labels, FitContext context) {
        List<Model> parts = new ArrayList<>();
        for (int label = 0; label < labels.names().size(); label++) {
            Response.Classes one = labels.label(label);
            int yes = one.counts()[1];
            Algorithm algorithm = yes == 0 || yes == one.rows() ? new Constant() : this;
            parts.add(algorithm.fit(relabelled(training, one), context.inner(label)));
        }
        return new ModelPerLabel(parts);
    }

    private Model byClass(TrainingSet training, Response.Classes classes, FitContext context) {
        int[] counts = classes.counts();
        int[] present = IntStream.range(0, counts.length)
                .filter(label -> counts[label] > 0)
                .toArray();
        if (present.length < 2) {
            throw new WatertightException(
                    "All " + training.rows() + " training rows are of the class '"
                            + classes.names().get(present[0]) + "': the " + name() + " has nothing to tell apart.",
                    "choose a split that leaves both classes on either side, or a constant learner");
        }
        if (present.length == counts.length) {
            return classify(training, classes, context);
        }
        int[] codeOf = new int[counts.length];
        for (int code = 0; code < present.length; code++) {
            codeOf[present[code]] = code;
        }
        int[] codes = new int[classes.rows()];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = codeOf[classes.codes()[row]];
        }
        Response.Classes seen = new Response.Classes(
                codes, IntStream.of(present).mapToObj(classes.names()::get).toList(), present.length == 2 ? 1 : 0);
        return new SeenClassesModel(classify(relabelled(training, seen), seen, context), present, counts.length);
    }
}
