package io.watertight.code.internal.interpret;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Condition;
import io.watertight.code.value.Data;
import io.watertight.code.value.Rows;
import java.util.List;
import java.util.Optional;

/** Rows told apart by what is missing in them: {@code isnull}, {@code notna}, {@code dropna}. */
final class Gaps {

    private final Interpreter interpreter;
    private final Machine machine;

    Gaps(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** What {@code data['a'].isnull()} picks, or another test of its kind. */
    Condition where(Data data, String name, Expression.Call call) {
        String subject = data.origins().size() == 1 ? data.origins().iterator().next() : Texts.of(call.function());
        String test = name.equals("duplicated") ? subject + " is repeated" : missing(subject);
        return new Condition(Condition.Step.FILTER, test, name.startsWith("not") ? 1 : 0, Optional.empty());
    }

    private static String missing(String column) {
        return column + " is null";
    }

    /** The rows that {@code dropna(subset=[...])} leaves: none in which one of the columns is missing. Empty if it looks at others. */
    Optional<Rows> left(Rows rows, Arguments arguments, Span span) {
        Optional<List<String>> columns = arguments.named().containsKey("how")
                ? Optional.empty()
                : Optional.ofNullable(arguments.named().get("subset"))
                        .flatMap(interpreter.selections().columns()::names);
        return columns.map(names -> {
            Rows kept = rows;
            for (String name : names) {
                kept = machine.rows().filter(kept, missing(name), true, span);
            }
            return kept;
        });
    }
}
