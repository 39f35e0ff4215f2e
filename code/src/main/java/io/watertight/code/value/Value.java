package io.watertight.code.value;

import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Parameters;
import io.watertight.code.syntax.Statement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an expression of the program stands for. Immutable. */
public sealed interface Value {

    /** A constant. */
    record Constant(Literal literal) implements Value {}

    /** An object; its state may change. */
    record Reference(int id) implements Value {}

    /** A tuple. */
    record TupleValue(List<Value> elements) implements Value {
        public TupleValue {
            elements = List.copyOf(elements);
        }
    }

    /** A module, class or function of a library, by qualified name. */
    record Library(String name) implements Value {}

    /**
     * A function of the program.
     *
     * @param body its statements; a lambda's expression as a return statement
     * @param frame the frame it was made in, by number
     * @param self the object it is bound to
     */
    record UserFunction(String name, Parameters parameters, List<Statement> body, int frame, Optional<Value> self)
            implements Value {
        public UserFunction {
            body = List.copyOf(body);
        }

        public UserFunction boundTo(Value receiver) {
            return new UserFunction(name, parameters, body, frame, Optional.of(receiver));
        }
    }

    /** A class of the program. */
    record UserClass(String name, List<Statement> body, int frame, List<Value> bases, List<Expression> decorators)
            implements Value {
        public UserClass {
            body = List.copyOf(body);
            bases = List.copyOf(bases);
            decorators = List.copyOf(decorators);
        }
    }

    /** A method, accessor or indexer of something that is not a class of the program: {@code df.loc}, {@code scaler.fit}. */
    record Member(Value receiver, String name) implements Value {}

    /** A function of which some arguments are given already. */
    record Partial(Value function, List<Value> positional, Map<String, Value> named) implements Value {
        public Partial {
            positional = List.copyOf(positional);
            named = Collections.unmodifiableMap(new LinkedHashMap<>(named));
        }
    }

    /** One of several, depending on the way the program takes. */
    record OneOf(List<Value> alternatives) implements Value {
        public OneOf {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A module of the program; its names are those of the frame with this number. */
    record LocalModule(String name, int frame) implements Value {}

    /** How many rows a set has, by the number of the set. */
    record Count(int rows) implements Value {}

    /** Nothing is known of it. */
    record Unknown(String why) implements Value {}
}
