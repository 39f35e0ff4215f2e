package io.watertight.code.repair;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.Span;
import io.watertight.code.syntax.Statement;
import io.watertight.core.check.Place;
import java.util.List;
import java.util.Optional;

/**
 * Statements that are executed one after the other, once each time their scope is entered: the module's, through all its cells, or a
 * function's.
 *
 * @param statements in order
 * @param cells all cells of the file
 */
record Block(List<Statement> statements, List<CodeCell> cells) {

    Block {
        statements = List.copyOf(statements);
        cells = List.copyOf(cells);
    }

    /** A statement of a block, by number. */
    record Spot(Block block, int index) {
        Statement statement() {
            return block.statements().get(index);
        }
    }

    /** The statement at a place; none within a loop or a branch, for what is done there may be done never or often. */
    static Optional<Spot> at(List<Parsed> parsed, Place place) {
        List<Statement> module =
                parsed.stream().flatMap(cell -> cell.body().stream()).toList();
        List<CodeCell> cells = parsed.stream().map(Parsed::cell).toList();
        return new Block(module, cells).at(place);
    }

    private Optional<Spot> at(Place place) {
        for (int index = 0; index < statements.size(); index++) {
            int at = index;
            Statement statement = statements.get(index);
            if (covers(statement.span(), place)) {
                return body(statement)
                        .map(body -> new Block(body, cells).at(place))
                        .orElseGet(() -> isCompound(statement) ? Optional.empty() : Optional.of(new Spot(this, at)));
            }
        }
        return Optional.empty();
    }

    /** Of what opens a scope of its own. */
    private static Optional<List<Statement>> body(Statement statement) {
        if (statement instanceof Statement.FunctionDefinition function) {
            return Optional.of(function.body());
        }
        return statement instanceof Statement.ClassDefinition type ? Optional.of(type.body()) : Optional.empty();
    }

    private static boolean isCompound(Statement statement) {
        return statement instanceof Statement.If
                || statement instanceof Statement.For
                || statement instanceof Statement.While
                || statement instanceof Statement.With
                || statement instanceof Statement.Try
                || statement instanceof Statement.Match;
    }

    private static boolean covers(Span span, Place place) {
        CodeCell cell = span.cell();
        return cell.file().equals(place.file())
                && cell.shownNumber() == place.cell()
                && cell.shownLine(span.line()) <= place.line()
                && place.line() <= cell.shownLine(span.endLine());
    }

    /** The first statement behind one that mentions a name. */
    Optional<Spot> next(int index, String name) {
        for (int at = index + 1; at < statements.size(); at++) {
            if (Text.mentions(statements.get(at), name)) {
                return Optional.of(new Spot(this, at));
            }
        }
        return Optional.empty();
    }

    /** Whether statements from one number to before another mention a name. */
    boolean mentions(int from, int to, String name) {
        return statements.subList(from, to).stream().anyMatch(statement -> Text.mentions(statement, name));
    }

    /** Whether a name is spoken of behind a statement, or in a function that may be called then. */
    boolean livesOn(int index, String name) {
        return mentions(index + 1, statements.size(), name)
                || statements.subList(0, index).stream()
                        .filter(statement -> statement instanceof Statement.FunctionDefinition
                                || statement instanceof Statement.ClassDefinition)
                        .anyMatch(statement -> Text.mentions(statement, name));
    }

    /** Whether statements between two may change a list: assign its name, or call something of it, or hold a block that may. */
    boolean writes(int from, int to, String list) {
        return statements.subList(from, to).stream()
                .filter(statement -> Text.mentions(statement, list))
                .anyMatch(statement -> !isPlain(statement)
                        || Text.of(statement.span()).contains(list + ".")
                        || statement instanceof Statement.Assign assign
                                && assign.targets().stream()
                                        .anyMatch(target -> target instanceof Expression.Name name
                                                && name.id().equals(list)));
    }

    private static boolean isPlain(Statement statement) {
        return statement instanceof Statement.Assign || statement instanceof Statement.Evaluate;
    }

    /** Whether statements between two do no more to what a name holds than to read parts of it. */
    boolean onlyReads(int from, int to, String name) {
        return statements.subList(from, to).stream()
                .filter(statement -> Text.mentions(statement, name))
                .allMatch(statement -> Reading.isSelection(statement, name));
    }
}
