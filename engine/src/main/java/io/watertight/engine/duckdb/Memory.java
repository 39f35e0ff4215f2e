package io.watertight.engine.duckdb;

import com.sun.management.OperatingSystemMXBean;
import io.watertight.core.engine.Resources;
import java.lang.management.ManagementFactory;

/** How much of the machine the engine takes. */
final class Memory {

    /** Keeps the whole process below 4 GB on tables of ten million rows; what does not fit is spilled to disk. */
    private static final long MOST = 2_500_000_000L;

    private static final double SHARE = 0.6;

    private Memory() {}

    static long limit(Resources resources) {
        return resources.memoryBytes().orElseGet(() -> Math.min(MOST, (long) (SHARE * machine())));
    }

    static int threads(Resources resources) {
        return Math.max(1, resources.threads().orElse(Runtime.getRuntime().availableProcessors()));
    }

    private static long machine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }
}
