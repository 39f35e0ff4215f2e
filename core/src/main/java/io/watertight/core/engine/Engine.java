package io.watertight.core.engine;

/** Opens tables. Found with {@link java.util.ServiceLoader}. Stateless and thread-safe. */
public interface Engine {

    /** Short name, e.g. {@code duckdb}. */
    String name();

    /** Name and version for the provenance of a report. */
    String version();

    /**
     * Reads what the request names, far enough to know the columns.
     *
     * @throws io.watertight.core.WatertightException if the data cannot be read
     */
    Table open(TableRequest request, Progress progress);
}
