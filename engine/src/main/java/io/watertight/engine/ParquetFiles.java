package io.watertight.engine;

import io.watertight.engine.internal.read.LocalPaths;
import java.nio.file.Path;
import java.util.List;

/** Finds local Parquet files for engines that read them by themselves. */
public final class ParquetFiles {

    private ParquetFiles() {}

    /**
     * The Parquet files behind paths, globs and folders, in the order in which every engine reads them: what comes first has the
     * smaller row ids.
     *
     * @return empty if one of the files is something else, such as text
     * @throws io.watertight.core.WatertightException if there is no such file
     */
    public static List<Path> find(List<String> arguments) {
        if (arguments.contains("-")) {
            return List.of();
        }
        List<Path> files = LocalPaths.find(arguments);
        return files.stream().allMatch(LocalPaths::isParquet) ? files : List.of();
    }
}
