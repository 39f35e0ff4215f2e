package io.watertight.ml.data;

import java.util.List;

/**
 * One column of words or booleans, as they were read. Most algorithms need it encoded first.
 *
 * @param name the column
 * @param codes index into the dictionary by row, -1 for a missing value
 * @param dictionary the distinct values of the whole column, training and test alike, in no particular order: a transformer may look
 *     up words here but must learn levels from codes that occur in its training rows
 */
public record CategoryBlock(String name, int[] codes, List<String> dictionary) implements Block {

    public CategoryBlock {
        dictionary = List.copyOf(dictionary);
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public int width() {
        return 1;
    }

    @Override
    public String columnName(int column) {
        return name;
    }

    @Override
    public CategoryBlock gather(int[] rows) {
        return new CategoryBlock(name, Codes.gather(codes, rows), dictionary);
    }
}
