package io.watertight.ml.learn;

/**
 * What a fit needs to know apart from data.
 *
 * @param seed of everything random in the fit; the same seed and rows give the same model, whatever the number of threads
 * @param threads it may use
 * @param log every fit enters itself here
 */
public record FitContext(long seed, int threads, FitLog log) {

    public static FitContext of(long seed) {
        return new FitContext(seed, 1, new FitLog());
    }

    /** The context of an inner fit, with a seed of its own. */
    public FitContext inner(long salt) {
        long mixed = (seed ^ (salt + 1) * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        return new FitContext(mixed ^ (mixed >>> 31), threads, log);
    }

    public FitContext withThreads(int allowed) {
        return new FitContext(seed, allowed, log);
    }
}
