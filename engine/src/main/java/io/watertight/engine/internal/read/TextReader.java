package io.watertight.engine.internal.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads files of any format but Parquet, all as one table of text. */
record TextReader(Path privateFolder, Optional<Character> delimiter, Expansion expansion) {

    /**
     * @param header of delimited text, guessed if empty
     * @param clean whether delimited text goes through the forgiving parser in any case
     */
    TextTable read(List<Content> contents, Optional<Boolean> header, boolean clean) throws IOException {
        List<TextTable> tables = new ArrayList<>();
        for (Content content : contents) {
            tables.add(
                    switch (content.format()) {
                        case DELIMITED ->
                            new DelimitedReader(privateFolder, delimiter, header, clean).read(content.file());
                        case JSON -> new JsonReader(privateFolder).read(content.file());
                        case ARFF -> new ArffReader(privateFolder).read(content.file());
                        case EXCEL -> new ExcelReader(privateFolder, expansion).read(content.file(), header);
                        case PARQUET -> throw new IllegalArgumentException("Parquet is no text");
                    });
        }
        return TextTables.union(tables);
    }
}
