package io.watertight.spark;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;

/** This machine's files, but that a task loses the machine at its first attempt to read one. */
public final class FrailFiles extends LocalFileSystem {

    /** How often the machine was lost. */
    static final AtomicInteger LOSSES = new AtomicInteger();

    private static final String KIND = "fs.file.impl";

    private static final String FRESH = "fs.file.impl.disable.cache";

    /** For Hadoop. */
    public FrailFiles() {}

    /** Does work with files as frail as that. */
    static void during(Configuration settings, Runnable work) {
        LOSSES.set(0);
        settings.set(KIND, FrailFiles.class.getName());
        settings.setBoolean(FRESH, true);
        try {
            work.run();
        } finally {
            settings.unset(KIND);
            settings.unset(FRESH);
        }
    }

    @Override
    public FSDataInputStream open(Path file, int buffer) throws IOException {
        TaskContext task = TaskContext.get();
        if (task != null && task.attemptNumber() == 0) {
            LOSSES.incrementAndGet();
            throw new IOException("the machine is gone");
        }
        return super.open(file, buffer);
    }
}
