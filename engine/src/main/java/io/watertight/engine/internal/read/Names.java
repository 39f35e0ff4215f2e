package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names that are present and distinct. Names that differ only by case are distinct.
 *
 * @param names one a column
 * @param notices which were changed
 */
record Names(List<String> names, List<ReadNotice> notices) {

    Names {
        names = List.copyOf(names);
        notices = List.copyOf(notices);
    }

    /** An empty name becomes c and the column's number, a repeated one gets _2, _3, ... */
    static Names of(List<String> raw) {
        Set<String> taken = new HashSet<>(raw);
        Set<String> used = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<String> renamed = new ArrayList<>();
        for (int column = 0; column < raw.size(); column++) {
            String wanted = raw.get(column).isEmpty() ? "c" + (column + 1) : raw.get(column);
            String name = wanted;
            boolean free = !raw.get(column).isEmpty() || !taken.contains(wanted);
            for (int number = 2; !free || !used.add(name); number++) {
                name = wanted + "_" + number;
                free = !taken.contains(name);
            }
            names.add(name);
            if (!name.equals(raw.get(column))) {
                renamed.add(name);
            }
        }
        if (renamed.isEmpty()) {
            return new Names(names, List.of());
        }
        String message = renamed.size() == 1
                ? "column '" + renamed.get(0) + "' was named by the reader: its own name is empty or taken"
                : renamed.size() + " columns were named by the reader: their own names are empty or taken";
        return new Names(names, List.of(new ReadNotice(ReadNotice.Kind.RENAMED, renamed, renamed.size(), message)));
    }
}
