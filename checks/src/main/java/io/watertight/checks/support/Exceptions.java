package io.watertight.checks.support;

/** What still counts as a relation without exception. */
public final class Exceptions {

    /** A typing error in a thousand rows does not make a definition a tendency. */
    public static final double TOLERATED = 0.001;

    /** A sample may show somewhat more of them by chance; all rows decide. */
    private static final double SCREENED = 0.003;

    private Exceptions() {}

    public static boolean areTolerated(long exceptions, long rows) {
        return exceptions <= TOLERATED * rows;
    }

    /** The looser test for a sample. */
    public static boolean mayBeTolerated(long exceptions, long rows) {
        return exceptions <= SCREENED * rows;
    }
}
