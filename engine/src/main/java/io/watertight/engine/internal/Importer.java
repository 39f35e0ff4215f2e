package io.watertight.engine.internal;

import io.watertight.core.engine.Progress;
import io.watertight.core.engine.TableRequest;
import java.nio.file.Path;
import java.sql.Connection;

/** Makes files selectable. */
public interface Importer {

    /**
     * Reads what the request names, far enough to know the columns.
     *
     * @param connection where views and tables may be made; the caller closes it
     * @param privateFolder an existing folder that only this process uses and that is deleted when the table is closed
     * @throws io.watertight.core.WatertightException if the data cannot be read
     */
    Relation open(TableRequest request, Connection connection, Path privateFolder, Progress progress);
}
