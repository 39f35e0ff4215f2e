package io.watertight.engine.internal.read;

/** What a file holds once it is unpacked. */
enum Format {
    DELIMITED,
    PARQUET,
    JSON,
    ARFF,
    EXCEL
}
