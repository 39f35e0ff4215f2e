package io.watertight.ml;

import io.watertight.core.WatertightException;
import java.util.logging.Level;
import java.util.logging.Logger;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** The compiled part of XGBoost: unpacked and loaded on first use, which takes some tenths of a second. Thread-safe. */
public final class NativeLibrary {

    /** Strong, or the level set on it could be collected with it. */
    private static final Logger LOGGER = Logger.getLogger("ml.dmlc.xgboost4j");

    /** Makes the smallest matrix there is. */
    interface Loader {
        void load() throws XGBoostError;
    }

    private final Loader loader;

    public NativeLibrary() {
        this(() -> new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose());
    }

    NativeLibrary(Loader loader) {
        this.loader = loader;
    }

    /** @throws WatertightException if this platform has no such library */
    public void require() {
        LOGGER.setLevel(Level.OFF);
        try {
            loader.load();
        } catch (XGBoostError | RuntimeException | LinkageError failure) {
            throw new WatertightException(
                    "XGBoost does not load on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                            + ": " + root(failure),
                    "install OpenMP (libgomp on Linux, libomp on macOS), or use Linux (glibc), macOS or Windows on x86-64"
                            + " or ARM64",
                    failure);
        }
    }

    private static String root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
