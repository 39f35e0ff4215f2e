package io.watertight.code.knowledge;

import java.util.List;
import java.util.Optional;

/**
 * What a library class is.
 *
 * @param name qualified name, e.g. {@code sklearn.preprocessing.StandardScaler}
 * @param role what its objects are for
 * @param learns what their {@code fit} takes from many rows
 * @param supervised whether that is learnt with the target
 * @param parameters names of the constructor's parameters in order
 * @param keeps what a splitter keeps: {@code groups}, {@code time}, {@code classes}; empty for none
 * @param shuffles whether a splitter shuffles: {@code always}, {@code never}, {@code request} (with {@code shuffle=True}), {@code default}
 *     (unless {@code shuffle=False})
 * @param learnsIf what must hold of the constructor's arguments for the object to learn; empty if it always does
 */
public record ClassEntry(
        String name,
        EstimatorRole role,
        Learns learns,
        boolean supervised,
        List<String> parameters,
        List<String> keeps,
        String shuffles,
        Optional<Condition> learnsIf) {

    public ClassEntry {
        parameters = List.copyOf(parameters);
        keeps = List.copyOf(keeps);
    }

    /** A class that always learns what it learns. */
    public ClassEntry(
            String name,
            EstimatorRole role,
            Learns learns,
            boolean supervised,
            List<String> parameters,
            List<String> keeps,
            String shuffles) {
        this(name, role, learns, supervised, parameters, keeps, shuffles, Optional.empty());
    }

    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
