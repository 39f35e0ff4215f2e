package io.watertight.core.split;

import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Guess;
import io.watertight.core.study.Role;
import io.watertight.core.study.SplitSource;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.List;

/** Loans with a class or an amount to predict, a customer, a branch, a date, places. */
final class Studies {

    private Studies() {}

    static Study of(Declaration declaration) {
        return of(declaration, Task.BINARY);
    }

    static Study of(Declaration declaration, Task task) {
        List<Column> columns = List.of(
                column(declaration, "default", ColumnType.NUMBER, Role.TARGET),
                column(declaration, "customer", ColumnType.TEXT, Role.GROUP),
                column(declaration, "branch", ColumnType.TEXT, Role.GROUP),
                column(declaration, "issued", ColumnType.TIME, Role.TIME),
                column(declaration, "year", ColumnType.NUMBER, Role.TIME),
                column(declaration, "lon", ColumnType.NUMBER, Role.FEATURE),
                column(declaration, "lat", ColumnType.NUMBER, Role.FEATURE),
                column(declaration, "lab", ColumnType.NUMBER, Role.FEATURE));
        Target target = new Target("default", task, false, task.isClassification() ? List.of("0", "1") : List.of(), 1);
        return new Study(
                declaration,
                columns,
                declaration.target().map(name -> target),
                SplitSource.NONE,
                List.of(),
                declaration.groups(),
                declaration.times(),
                List.<Guess>of());
    }

    static Column column(Declaration declaration, String name, ColumnType type, Role role) {
        return new Column(name, type, false, role, false, declaration.knownAt(name));
    }
}
