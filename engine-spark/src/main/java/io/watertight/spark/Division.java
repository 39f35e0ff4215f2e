package io.watertight.spark;

import io.watertight.core.WatertightException;
import io.watertight.core.split.Assigned;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitPlans.Chosen;
import io.watertight.core.study.Key;
import io.watertight.core.study.Study;
import io.watertight.engine.sql.SplitLines;
import io.watertight.engine.sql.SplitProofs;
import io.watertight.spark.RowIdentity.Known;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Gives a user's rows their part. The lines of the split come from the dealing that files are written by; here they become one value a
 * row, which is proved, kept by Spark, and joined to the rows by their number whenever somebody asks for them.
 */
final class Division {

    private static final String ROWS = "watertight_numbered";
    private static final String PARTS = "watertight_parts";
    private static final SparkDialect DIALECT = new SparkDialect();

    private final SparkQueries queries;
    private final TypedRows typed;
    private final Typing typing;

    /** @param typed the rows as they were opened */
    Division(SparkQueries queries, TypedRows typed) {
        this.queries = queries;
        this.typed = typed;
        this.typing = new Typing(queries);
    }

    SplitRows of(Dataset<Row> own, Study study, Chosen chosen, SplitOptions options) {
        Dataset<Row> rows = Crossing.into(queries.session(), own);
        List<FieldReading> readings = Typing.readings(rows, study.declaration().types());
        Known known = identified(rows, study, readings);
        queries.expect(known.count());
        TypedRows numbered = new TypedRows(
                Typing.projected(known.rows(), Optional.of("`" + RowIdentity.ROW + "`"), readings),
                typed.columns(),
                typed.storages(),
                false,
                false,
                typed.notices());
        TypedRows parted = study.declaration()
                .split()
                .map(split -> typing.split(numbered, split))
                .orElse(numbered);
        SplitPlan plan = chosen.plan();
        try (SplitLines split = new SplitLines(queries, SparkTable.source(parted, ROWS), study, plan, options.seed())) {
            refuseUnsteady(split, known);
            PartColumn column = PartColumn.of(queries, split, plan);
            keep(column.select(known.numbers()));
            Assigned assigned = SplitProofs.proved(queries, split, plan, column.lines(PARTS));
            return new SplitRows(joined(known, own, options.column()), plan, chosen.reason(), assigned);
        } finally {
            queries.session().catalog().dropTempView(ROWS);
            queries.session().catalog().dropTempView(PARTS);
        }
    }

    private Known identified(Dataset<Row> rows, Study study, List<FieldReading> readings) {
        RowIdentity identity = new RowIdentity(queries);
        Optional<Key> id = study.declaration().ids().stream().findFirst();
        if (id.isEmpty()) {
            return identity.byContent(rows);
        }
        List<String> names = List.of(rows.columns());
        List<String> values = id.get().columns().stream()
                .map(name -> readings.get(names.indexOf(name)).expression())
                .toList();
        return identity.byKey(rows, values, id.get().toString());
    }

    /** Rows that were numbered and rows that were split are computed one after the other; they have to be the same. */
    private void refuseUnsteady(SplitLines split, Known known) {
        queries.each(
                "comparing rows",
                "SELECT count(*) FROM " + split.items() + " AS i LEFT ANTI JOIN " + known.numbers()
                        + " AS n ON i.id = n.row_id",
                row -> {
                    if (row.whole(0) > 0) {
                        throw new WatertightException(
                                row.whole(0) + " rows are others when they are computed again.",
                                "something random is in them: cache them or write them first, or declare an id: --id"
                                        + " COLUMN");
                    }
                });
    }

    /** As an RDD: Spark frees it when nobody has the rows any more, and computes lost pieces of it again. */
    private void keep(String query) {
        SparkSession session = queries.session();
        Dataset<Row> parts = session.sql(query);
        JavaRDD<Row> kept = parts.javaRDD().persist(StorageLevel.MEMORY_AND_DISK_SER());
        session.createDataFrame(kept, parts.schema()).createOrReplaceTempView(PARTS);
    }

    private Dataset<Row> joined(Known known, Dataset<Row> own, String column) {
        StringBuilder select = new StringBuilder("SELECT ");
        for (String name : own.columns()) {
            select.append("r.").append(DIALECT.quoted(name)).append(", ");
        }
        Dataset<Row> joined = typing.sql(
                select + "CASE WHEN p.row_id IS NULL THEN raise_error("
                        + DIALECT.text("A row was another when the split was made. Maybe something random is in it:"
                                + " cache the rows or write them first.")
                        + ") ELSE p.part END AS " + DIALECT.quoted(column) + " FROM {rows} AS r LEFT JOIN " + PARTS
                        + " AS p ON r.`" + RowIdentity.ROW + "` = p.row_id",
                known.rows());
        return Crossing.into(own.sparkSession(), joined);
    }
}
