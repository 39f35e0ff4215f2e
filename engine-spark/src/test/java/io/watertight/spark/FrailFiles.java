package io.watertight.spark;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/** This machine's files, by addresses {@code frail:/...}: a task loses the machine at its first attempt to read one. */
public final class FrailFiles extends RawLocalFileSystem {

    /** How often the machine was lost. */
    static final AtomicInteger LOSSES = new AtomicInteger();

    /** For Hadoop. */
    public FrailFiles() {}

    @Override
    public String getScheme() {
        return "frail";
    }

    @Override
    public URI getUri() {
        return URI.create("frail:///");
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
