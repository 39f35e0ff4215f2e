package io.watertight.engine.duckdb;

import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.files.PrivateFolder;
import io.watertight.engine.internal.Importer;
import io.watertight.engine.internal.Relation;
import io.watertight.engine.internal.read.FileImporter;

/** The engine inside the process, for tables on this machine. Stateless and thread-safe: each table has its own database. */
public final class DuckDbEngine implements Engine {

    private final Importer importer;

    /** Reads files of every kind. */
    public DuckDbEngine() {
        this(new FileImporter());
    }

    DuckDbEngine(Importer importer) {
        this.importer = importer;
    }

    @Override
    public String name() {
        return "duckdb";
    }

    @Override
    public String version() {
        String version = org.duckdb.DuckDBDriver.class.getPackage().getImplementationVersion();
        return version == null ? "DuckDB" : "DuckDB " + version;
    }

    @Override
    public Table open(TableRequest request, Progress progress) {
        PrivateFolder folder = PrivateFolder.create();
        Session session = null;
        try {
            session = Session.open(request.resources(), folder.path());
            folder.stopFirst(session::abandon);
            Relation relation = importer.open(request, session.connection(), folder.path(), progress);
            session.confine(relation.files(), folder.path());
            return new DuckDbTable(session, folder, relation, progress);
        } catch (RuntimeException | Error failure) {
            if (session != null) {
                session.close();
            }
            folder.close();
            throw failure;
        }
    }
}
