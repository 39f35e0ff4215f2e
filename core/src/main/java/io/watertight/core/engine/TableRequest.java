package io.watertight.core.engine;

import io.watertight.core.study.ColumnType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to open and how.
 *
 * @param data paths, globs, folders or {@code -}; at least one
 * @param test paths of the test set, empty if it has no file of its own
 * @param split the column that says which part a row is in
 * @param types declared types by column
 * @param delimiter field delimiter of delimited text, guessed if empty
 * @param header whether delimited text has a header line, guessed if empty; without one columns are c1, c2, ...
 * @param resources limits
 */
public record TableRequest(
        List<String> data,
        List<String> test,
        Optional<String> split,
        Map<String, ColumnType> types,
        Optional<Character> delimiter,
        Optional<Boolean> header,
        Resources resources) {

    public TableRequest {
        data = List.copyOf(data);
        test = List.copyOf(test);
        types = Map.copyOf(types);
    }

    /** These data, with all else guessed or by default. */
    public static TableRequest of(List<String> data) {
        return new TableRequest(
                data, List.of(), Optional.empty(), Map.of(), Optional.empty(), Optional.empty(), Resources.DEFAULT);
    }

    /** The same with a column that says which part a row is in. */
    public TableRequest splitBy(String column) {
        return new TableRequest(data, test, Optional.of(column), types, delimiter, header, resources);
    }
}
