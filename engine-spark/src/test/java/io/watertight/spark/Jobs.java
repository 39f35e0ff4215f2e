package io.watertight.spark;

import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;

/** Counts what Spark is asked to do. */
final class Jobs {

    private Jobs() {}

    /** Jobs that some work starts. */
    static int during(Runnable work) {
        AtomicInteger jobs = new AtomicInteger();
        SparkListener listener = new SparkListener() {
            @Override
            public void onJobStart(SparkListenerJobStart started) {
                jobs.incrementAndGet();
            }
        };
        SparkContext context = Opened.session().sparkContext();
        try {
            context.listenerBus().waitUntilEmpty();
            context.addSparkListener(listener);
            work.run();
            context.listenerBus().waitUntilEmpty();
            return jobs.get();
        } catch (TimeoutException busy) {
            throw new AssertionError("Spark does not say what it did", busy);
        } finally {
            context.removeSparkListener(listener);
        }
    }
}
