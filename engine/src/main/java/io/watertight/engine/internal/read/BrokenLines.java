package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines that no row could be read from, the first few by number. Not thread-safe. */
final class BrokenLines {

    private static final int NAMED = 5;

    private final String shown;
    private final List<Long> first = new ArrayList<>();
    private long count;

    /** @param shown the file's name for messages */
    BrokenLines(String shown) {
        this.shown = shown;
    }

    /** @param line counted from 1 */
    void add(long line) {
        count++;
        if (first.size() < NAMED) {
            first.add(line);
        }
    }

    long count() {
        return count;
    }

    ReadNotice notice() {
        String lines = first.stream().map(String::valueOf).collect(Collectors.joining(", "));
        String message = (count == 1 ? "1 line" : count + " lines") + " of '" + shown
                + "' that " + (count == 1 ? "is" : "are") + " no valid JSON, left out: line" + (count == 1 ? " " : "s ")
                + lines + (count > NAMED ? ", ..." : "");
        return new ReadNotice(ReadNotice.Kind.REJECTED_ROWS, List.of(), count, message);
    }
}
