package io.watertight.core.split;

import io.watertight.core.study.Study;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A split to be written to a file that any tool can read: one line for each row of each fold it is used in, with the columns {@code
 * row_id} (position in the data, from 0), {@code repeat}, {@code fold}, {@code part} (train or test), and in a nested split {@code
 * inner_fold} (missing for the outer fold). Lines come in the order repeat, fold, inner fold, row id; a row left out of a fold has no
 * line in it.
 *
 * @param study whose training rows that have a target are split
 * @param plan how
 * @param seed of everything random
 * @param file {@code .csv} is delimited text, everything else Parquet
 * @param metadata written into a Parquet file, or beside the other one
 */
public record Assignment(Study study, SplitPlan plan, long seed, Path file, Map<String, String> metadata) {

    public Assignment {
        metadata = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    public boolean isDelimited() {
        return file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".csv");
    }
}
