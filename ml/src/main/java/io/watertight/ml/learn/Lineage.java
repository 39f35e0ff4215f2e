package io.watertight.ml.learn;

import java.util.List;

/**
 * Where the columns that an algorithm sees came from. It holds names, counts and digests. Names of indicators and words
 * hold values ({@code city=Paris}): reports that must not show values show the sources.
 *
 * @param outputs one for each number an algorithm sees of a row, in order
 * @param notes what the steps had to say
 */
public record Lineage(List<Output> outputs, List<String> notes) {

    public Lineage {
        outputs = List.copyOf(outputs);
        notes = List.copyOf(notes);
    }

    /**
     * One column that comes out.
     *
     * @param column its name
     * @param sources columns of the table it was made of
     * @param steps that made or changed it, in order; those that only passed it on are left out
     */
    public record Output(String column, List<String> sources, List<Step> steps) {

        public Output {
            sources = List.copyOf(sources);
            steps = List.copyOf(steps);
        }
    }

    /**
     * One fitted step.
     *
     * @param name of the transformer
     * @param rows number of training rows it was fitted on
     * @param digest first 16 hexadecimal digits of the SHA-256 of their ids, sorted: equal digests mean equal rows
     */
    public record Step(String name, int rows, String digest) {}
}
