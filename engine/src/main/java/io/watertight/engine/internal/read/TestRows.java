package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Puts the rows of a test file below the training rows, by the names of the columns. */
final class TestRows {

    private static final AtomicLong VIEWS = new AtomicLong();

    private TestRows() {}

    /** The name of a view that no other table of this process has. */
    static String viewName() {
        return "watertight_parts_" + VIEWS.incrementAndGet();
    }

    /** The statement that makes the view with the columns c0, c1, ..., row_id and part. */
    static String view(String name, TypedRows train, TypedRows test) {
        return "CREATE VIEW " + name + " AS " + select(train, train, "0", 0) + " UNION ALL "
                + select(train, test, "2", train.rows());
    }

    private static String select(TypedRows train, TypedRows rows, String part, long offset) {
        StringBuilder sql = new StringBuilder("SELECT ");
        List<String> names = rows.names();
        for (int column = 0; column < train.columns().size(); column++) {
            TableColumn wanted = train.columns().get(column);
            int place = names.indexOf(wanted.name());
            String value = place < 0 ? "NULL" : rows.expressions().get(place);
            sql.append(wanted.type() == ColumnType.OTHER ? "CAST(" + value + " AS VARCHAR)" : value)
                    .append(" AS ")
                    .append(Sql.physical(column))
                    .append(", ");
        }
        return sql.append(offset + " + " + rows.rowId() + " AS row_id, " + part + " AS part FROM " + rows.from())
                .toString();
    }

    /** Columns of the whole: those of the training rows; whole numbers only where both have them. */
    static List<TableColumn> columns(TypedRows train, TypedRows test) {
        List<TableColumn> columns = new ArrayList<>();
        List<String> names = test.names();
        for (TableColumn column : train.columns()) {
            int place = names.indexOf(column.name());
            boolean integral =
                    column.integral() && (place < 0 || test.columns().get(place).integral());
            columns.add(new TableColumn(column.name(), column.type(), integral));
        }
        return columns;
    }

    /** What the two do not have in common. */
    static List<ReadNotice> differences(List<String> train, List<String> test, String shown) {
        Set<String> trainSet = new HashSet<>(train);
        Set<String> testSet = new HashSet<>(test);
        List<String> absent =
                train.stream().filter(name -> !testSet.contains(name)).toList();
        List<String> extra =
                test.stream().filter(name -> !trainSet.contains(name)).toList();
        if (absent.size() == train.size()) {
            throw new WatertightException(
                    "the test set " + shown + " has none of the columns of the training data",
                    "it lacks the header or has other names: check its first line");
        }
        List<ReadNotice> notices = new ArrayList<>();
        if (!absent.isEmpty()) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.COLUMNS_DIFFER,
                    absent,
                    absent.size(),
                    "the test set lacks " + absent.size() + " of the " + train.size()
                            + " columns of the training data"));
        }
        if (!extra.isEmpty()) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.COLUMNS_DIFFER,
                    extra,
                    extra.size(),
                    "the test set has "
                            + (extra.size() == 1
                                    ? "1 column that the training data lacks; it is left out"
                                    : extra.size() + " columns that the training data lacks; they are left out")));
        }
        return notices;
    }
}
