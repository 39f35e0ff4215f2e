package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rows are dealt into parts.
 *
 * @param id the number of the fact
 * @param site the call
 * @param name what splits, e.g. {@code train_test_split}, {@code KFold}
 * @param key the key of the parts in {@link io.watertight.code.value.Rows}
 * @param parents what is split
 * @param shuffles whether rows are dealt at random
 * @param keeps what is kept together or in order: {@code groups}, {@code time}, {@code classes}
 * @param folds whether it goes round in folds
 * @param groups labels of groups that the call is given, whether the splitter heeds them or not
 */
public record Split(
        int id,
        Span site,
        String name,
        String key,
        List<Data> parents,
        boolean shuffles,
        Set<String> keeps,
        boolean folds,
        Optional<Data> groups) {

    public Split {
        parents = List.copyOf(parents);
    }
}
