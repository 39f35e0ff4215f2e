package io.watertight.core.engine;

/** Hears how long work advances. Implementations are thread-safe and cheap. */
public interface Progress {

    /** Says nothing. */
    Progress NONE = new Progress() {
        @Override
        public void stage(String what, long rows) {}

        @Override
        public void at(double share) {}
    };

    /**
     * A new stage begins.
     *
     * @param what in words, e.g. "Reading applications.csv"
     * @param rows rows it works on, 0 if unknown
     */
    void stage(String what, long rows);

    /** @param share of the stage that is done, 0 to 1 */
    void at(double share);
}
