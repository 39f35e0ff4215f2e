package io.watertight.core.data;

import java.util.List;

/**
 * Words or booleans, coded by a dictionary.
 *
 * @param codes index into the dictionary, -1 for a missing value
 * @param dictionary the distinct values, in no particular order
 */
public record CodeVector(int[] codes, List<String> dictionary) implements Vector {

    public CodeVector {
        dictionary = List.copyOf(dictionary);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public String text(int row) {
        return dictionary.get(codes[row]);
    }
}
