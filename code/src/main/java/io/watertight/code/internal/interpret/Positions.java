package io.watertight.code.internal.interpret;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.Optional;
import java.util.Set;

/** What a loop over positions reads at a position: the row after it, or a window that the next round reads again but for one row. */
final class Positions {

    /** A number that a range deals one after the other. */
    static final Value.Unknown POSITION = new Value.Unknown("a position");

    /** What {@code slice(a, b)} makes: some rows. */
    static final Value.Unknown SLICE = new Value.Unknown("a slice");

    private final Interpreter interpreter;
    private final Machine machine;

    Positions(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.machine = interpreter.machine();
    }

    /** The rows that a subscript reads, with what the position says of them. */
    Value read(Expression.Subscript subscript, Value value, Frame frame) {
        Expression index = subscript.index() instanceof Expression.TupleDisplay tuple
                        && !tuple.elements().isEmpty()
                ? tuple.elements().get(0)
                : subscript.index();
        if (!(index instanceof Expression.Slice || index instanceof Expression.Binary)) {
            return value;
        }
        Data data = machine.data(value);
        if (data.rows().isNone()) {
            return value;
        }
        if (index instanceof Expression.Slice slice) {
            return isWindow(slice, frame)
                    ? machine.make(windowed(data, subscript.span()), subscript.span(), "window")
                    : value;
        }
        Expression.Binary binary = (Expression.Binary) index;
        return binary.operator().equals("+") && isLater(binary, frame)
                ? machine.make(
                        data.influenced(
                                Set.of(looked(InfluenceKind.INDEX_AHEAD, data, Texts.of(index), subscript.span()))),
                        subscript.span(),
                        "later")
                : value;
    }

    /** Windows over a series. */
    Data windowed(Data data, Span span) {
        return data.influenced(Set.of(looked(InfluenceKind.LAG, data, "window", span)))
                .with(Tag.WINDOWED);
    }

    private Influence looked(InfluenceKind kind, Data data, String what, Span span) {
        Influence influence = new Influence(kind, span, data.rows(), what, data.origins(), false);
        machine.facts().influence(influence);
        return influence;
    }

    private boolean isLater(Expression.Binary sum, Frame frame) {
        boolean left = isPosition(sum.left(), frame);
        boolean right = isPosition(sum.right(), frame);
        Expression added = left ? sum.right() : sum.left();
        return left != right
                && (added instanceof Expression.Name
                        || added instanceof Expression.Constant constant
                                && constant.value() instanceof Literal.Whole whole
                                && whole.value().signum() > 0);
    }

    /** Both bounds move with the position, and more than one row lies between them. */
    private boolean isWindow(Expression.Slice slice, Frame frame) {
        return slice.step().isEmpty()
                && slice.lower().isPresent()
                && slice.upper().isPresent()
                && moves(slice.lower().get(), frame)
                && moves(slice.upper().get(), frame)
                && !Texts.of(slice.upper().get()).equals(Texts.of(slice.lower().get()) + " + 1");
    }

    private boolean moves(Expression bound, Frame frame) {
        if (bound instanceof Expression.Binary binary) {
            boolean sum = binary.operator().equals("+") || binary.operator().equals("-");
            return sum && (moves(binary.left(), frame) || moves(binary.right(), frame));
        }
        return isPosition(bound, frame);
    }

    private boolean isPosition(Expression expression, Frame frame) {
        if (!(expression instanceof Expression.Name name)) {
            return false;
        }
        Optional<Value> value = interpreter.frames().find(frame, name.id());
        return value.filter(POSITION::equals).isPresent();
    }
}
