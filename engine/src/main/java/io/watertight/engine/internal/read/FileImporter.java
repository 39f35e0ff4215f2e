package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableRequest;
import io.watertight.engine.internal.Importer;
import io.watertight.engine.internal.Relation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads files of any known format. Stateless and thread-safe, but for standard input, which is read once. */
public final class FileImporter implements Importer {

    private final InputStream standardInput;
    private final Expansion expansion;

    public FileImporter() {
        this(System.in, Expansion.DEFAULT);
    }

    FileImporter(InputStream standardInput, Expansion expansion) {
        this.standardInput = standardInput;
        this.expansion = expansion;
    }

    @Override
    public Relation open(TableRequest request, Connection connection, Path privateFolder, Progress progress) {
        try {
            return new Import(
                            request,
                            connection,
                            privateFolder,
                            progress,
                            new InputFiles(standardInput, privateFolder),
                            new Unpacker(privateFolder, expansion))
                    .run();
        } catch (SQLException failure) {
            throw explained(request, failure);
        } catch (IOException failure) {
            throw new WatertightException(
                    named(request) + " cannot be read: " + failure.getMessage(),
                    "check the disk and permissions",
                    failure);
        }
    }

    private static WatertightException explained(TableRequest request, SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Out of Memory") || message.contains("out of memory")) {
            return new WatertightException(
                    "reading " + named(request) + " needs more memory than it may use", "raise --memory", failure);
        }
        // The database's message may quote cells; it stays in the cause.
        return new WatertightException(
                named(request) + " cannot be read as a table", "the file is damaged: write it again", failure);
    }

    private static String named(TableRequest request) {
        return "'" + String.join("', '", request.data()) + "'";
    }

    static Relation relation(TypedRows rows, String part, List<Path> files) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (int column = 0; column < rows.columns().size(); column++) {
            expressions.put(
                    rows.columns().get(column).name(), rows.expressions().get(column));
        }
        return new Relation(rows.from(), rows.rowId(), part, rows.columns(), expressions, rows.notices(), true, files);
    }
}
