package io.watertight.engine.duckdb;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.Resources;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.files.PrivateFolder;
import io.watertight.core.split.Assignment;
import io.watertight.engine.internal.Relation;
import io.watertight.engine.internal.read.FileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Local files of any known format, read as this engine reads them and handed to another one as Parquet: the same types, the same
 * positions, the same notices.
 *
 * @param file the rows: {@code row_id} (position from 0, ascending), {@code part} (ordinal of the part), then the columns as
 *     {@code c0}, {@code c1}, ... in file order; times are UTC
 * @param rows how many
 * @param columns in file order
 * @param notices what reading met
 * @param hasSplit whether rows are in parts; all are training rows otherwise
 */
public record Handover(Path file, long rows, List<TableColumn> columns, List<ReadNotice> notices, boolean hasSplit) {

    public Handover {
        columns = List.copyOf(columns);
        notices = List.copyOf(notices);
    }

    /**
     * Reads and writes.
     *
     * @param file the Parquet file to write, in a folder that exists
     * @throws WatertightException if the data cannot be read
     */
    public static Handover write(TableRequest request, Path file, Progress progress) {
        PrivateFolder folder = PrivateFolder.create();
        try (Session session = Session.open(request.resources(), folder.path())) {
            Relation relation = new FileImporter().open(request, session.connection(), folder.path(), progress);
            List<TableColumn> columns = relation.columns();
            String values = IntStream.range(0, columns.size())
                    .mapToObj(index ->
                            ", " + relation.expressions().get(columns.get(index).name()) + " AS c" + index)
                    .collect(Collectors.joining());
            // Small row groups, so that several tasks have something to do.
            session.execute(
                    "handing the rows over",
                    "COPY (SELECT CAST(" + relation.rowId() + " AS BIGINT) AS row_id, CAST(" + relation.part()
                            + " AS INTEGER) AS part" + values + " FROM " + relation.from() + ") TO '"
                            + file.toAbsolutePath().toString().replace("'", "''")
                            + "' (FORMAT parquet, COMPRESSION snappy)");
            long[] rows = new long[1];
            session.each("counting rows", "SELECT count(*) FROM " + relation.from(), row -> rows[0] = row.whole(0));
            return new Handover(
                    file, rows[0], columns, relation.notices(), !relation.part().equals("0"));
        } finally {
            folder.close();
        }
    }

    /**
     * The way back: makes one file of the lines of a split that another engine wrote in parts.
     *
     * @param parts Parquet files, in the order of their lines
     * @param draft the file to write, in the format and with the metadata of the assignment
     */
    public static void lines(List<Path> parts, Path draft, Assignment assignment) {
        PrivateFolder folder = PrivateFolder.create();
        try (Session session = Session.open(Resources.DEFAULT, folder.path())) {
            new LineStore(session).write(LineStore.parts(parts), draft, assignment);
        } finally {
            folder.close();
        }
    }
}
