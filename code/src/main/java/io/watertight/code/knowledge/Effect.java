package io.watertight.code.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What a function or method does with rows.
 *
 * @param name for messages, e.g. {@code pandas.DataFrame.fillna} or {@code sklearn.model_selection.train_test_split}
 * @param action what it is for
 * @param rows how the rows of the result relate to the input's
 * @param gives the kind of the result
 * @param learns what it takes from many rows at once
 * @param supervised whether what it learns is learnt with the target
 * @param inplace whether {@code inplace=True} changes the receiver, or whether it always does ({@code shuffle}, {@code sort})
 * @param parameters names of the parameters in order, without the receiver; one that begins with {@code *} takes all further positional
 *     arguments, as {@code *arrays} of train_test_split does
 * @param data the parameters whose rows flow on; empty stands for the receiver, or for the first parameter of a function; {@code self}
 *     stands for the receiver beside others
 * @param target the parameter with the labels, empty without one
 * @param ahead when it looks at later rows
 * @param learnsIf what must hold of the arguments for it to learn; empty if it always does. Where it does not hold, the call
 *     works row by row: it learns nothing and its rows are the same ({@code mean(axis=1)})
 */
public record Effect(
        String name,
        Action action,
        RowEffect rows,
        Gives gives,
        Learns learns,
        boolean supervised,
        Inplace inplace,
        List<String> parameters,
        List<String> data,
        String target,
        Optional<Ahead> ahead,
        Optional<Condition> learnsIf) {

    /** Whether the receiver changes. */
    public enum Inplace {
        NEVER,
        ON_REQUEST,
        ALWAYS
    }

    public Effect {
        parameters = List.copyOf(parameters);
        data = List.copyOf(data);
    }

    /** An effect that always learns what it learns. */
    public Effect(
            String name,
            Action action,
            RowEffect rows,
            Gives gives,
            Learns learns,
            boolean supervised,
            Inplace inplace,
            List<String> parameters,
            List<String> data,
            String target,
            Optional<Ahead> ahead) {
        this(name, action, rows, gives, learns, supervised, inplace, parameters, data, target, ahead, Optional.empty());
    }
}
