package io.watertight.ml.transform;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fitted;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.NewRows;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import io.watertight.ml.learn.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Trains on the first rows and holds the others out, so that tests know who is where. */
public final class FirstRows extends Splitter {

    private final int training;

    private FirstRows(int training) {
        this.training = training;
    }

    public static Fold fold(Dataset dataset, int training) {
        return new FirstRows(training).split(dataset, 1).get(0);
    }

    /** Fits on all of these rows; a row of nothing is held out, because a split needs one. */
    static Fitted fit(Transformer transformer, Response response, Block... blocks) {
        return transformer.fit(
                fold(withOneMore(response, blocks), response.rows()).training(), FitContext.of(1));
    }

    /** Fits on all of these rows with an outcome that does not matter. */
    static Fitted fit(Transformer transformer, Block... blocks) {
        return fit(transformer, new Response.Numbers(new double[blocks[0].rows()]), blocks);
    }

    /** These rows and one more, the first again. */
    static Dataset withOneMore(Response response, Block... blocks) {
        int[] rows = IntStream.rangeClosed(0, response.rows())
                .map(row -> row % response.rows())
                .toArray();
        return Dataset.of(new Features(response.rows(), List.of(blocks)).gather(rows), response.gather(rows));
    }

    static Features apply(Fitted fitted, Block... blocks) {
        return fitted.apply(new NewRows(new Features(blocks[0].rows(), List.of(blocks))));
    }

    /** Words with a dictionary in the order of their first row; an empty one is missing. */
    static CategoryBlock words(String name, List<String> values) {
        List<String> dictionary = new ArrayList<>();
        int[] codes = new int[values.size()];
        for (int row = 0; row < codes.length; row++) {
            String value = values.get(row);
            if (value.isEmpty()) {
                codes[row] = -1;
            } else {
                if (!dictionary.contains(value)) {
                    dictionary.add(value);
                }
                codes[row] = dictionary.indexOf(value);
            }
        }
        return new CategoryBlock(name, codes, dictionary);
    }

    /** One letter a row, a dot for a missing value. */
    static CategoryBlock letters(String name, String letters) {
        return words(
                name,
                letters.chars()
                        .mapToObj(letter -> letter == '.' ? "" : Character.toString(letter))
                        .toList());
    }

    static double[] numbers(Features features, String name) {
        return ((NumberBlock) features.find(name).orElseThrow()).values();
    }

    static NumberBlock column(String name, double... values) {
        return NumberBlock.of(name, values);
    }

    /** Two classes, 1 is positive. */
    static Response.Classes binary(int... codes) {
        return new Response.Classes(codes, List.of("no", "yes"), 1);
    }

    @Override
    public String describe() {
        return "the first " + training + " rows";
    }

    @Override
    protected List<List<Division>> divide(SplitterInput input, long seed) {
        return List.of(List.of(new Division(
                IntStream.range(0, training).toArray(),
                IntStream.range(training, input.rows()).toArray())));
    }
}
