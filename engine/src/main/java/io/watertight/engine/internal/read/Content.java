package io.watertight.engine.internal.read;

import java.util.List;

/** An unpacked file and what it holds. */
record Content(InputFile file, Format format) {

    boolean isParquet() {
        return format == Format.PARQUET;
    }

    static List<InputFile> files(List<Content> contents) {
        return contents.stream().map(Content::file).toList();
    }
}
