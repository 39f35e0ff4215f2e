package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Literal;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The frames of the program, and what a name means in one. */
final class Frames {

    /** Names that people use without saying so, in snippets and in notebooks whose first cell is missing. */
    private static final Map<String, String> CUSTOMARY = Map.of(
            "pd", "pandas",
            "np", "numpy",
            "pl", "polars",
            "plt", "matplotlib.pyplot",
            "sns", "seaborn",
            "tf", "tensorflow",
            "xgb", "xgboost",
            "lgb", "lightgbm",
            "sm", "statsmodels.api",
            "torch", "torch");

    /** The name of the program's own file. */
    static final String MAIN = "__main__";

    private final Machine machine;
    private final List<Frame> frames = new ArrayList<>();
    private final List<String> starImports = new ArrayList<>();

    Frames(Machine machine) {
        this.machine = machine;
        open(Optional.empty(), MAIN);
    }

    Frame main() {
        return frames.get(0);
    }

    Frame frame(int id) {
        return frames.get(id);
    }

    Frame open(Optional<Frame> outer, String name) {
        Frame frame = new Frame(frames.size(), outer, name);
        frames.add(frame);
        return frame;
    }

    /** {@code from module import *}. */
    void importAll(String module) {
        starImports.add(module);
    }

    void set(Frame frame, String name, Value value) {
        machine.heap().variables().put(new Variable(owner(frame, name).id(), name), value);
    }

    /** The frame that a name assigned to belongs to. */
    private Frame owner(Frame frame, String name) {
        if (frame.globals().contains(name)) {
            return frame.module();
        }
        if (!frame.nonlocals().contains(name)) {
            return frame;
        }
        Optional<Frame> at = frame.outer();
        while (at.isPresent()) {
            boolean here = machine.heap()
                    .variables()
                    .get(new Variable(at.get().id(), name))
                    .isPresent();
            if (here || at.get().nonlocals().contains(name)) {
                return here ? at.get() : owner(at.get(), name);
            }
            at = at.get().outer();
        }
        return frame;
    }

    void remove(Frame frame, String name) {
        machine.heap().variables().remove(new Variable(owner(frame, name).id(), name));
    }

    Optional<Value> find(Frame frame, String name) {
        Optional<Frame> at = Optional.of(frame.globals().contains(name) ? frame.module() : frame);
        while (at.isPresent()) {
            Optional<Value> value =
                    machine.heap().variables().get(new Variable(at.get().id(), name));
            if (value.isPresent()) {
                return value;
            }
            at = at.get().outer();
        }
        return Optional.empty();
    }

    /** Whether a name is of a running call of a function, and not of the module around it. */
    boolean isOwn(Frame frame, String name) {
        boolean here =
                machine.heap().variables().get(new Variable(frame.id(), name)).isPresent();
        return frame.outer().isPresent() && (here || isOwn(frame.outer().get(), name));
    }

    /** What a module defines, by name. */
    Map<String, Value> names(Frame frame) {
        Map<String, Value> names = new LinkedHashMap<>();
        for (Variable variable : machine.heap().variables().keys()) {
            if (variable.frame() == frame.id()) {
                find(frame, variable.name()).ifPresent(value -> names.put(variable.name(), value));
            }
        }
        return names;
    }

    /** What a name means; a name that nobody defined is something of a library, or data from elsewhere. */
    Value get(Frame frame, String name, Span span) {
        return find(frame, name).orElseGet(() -> undefined(frame, name, span));
    }

    private Value undefined(Frame frame, String name, Span span) {
        if (name.equals("__name__")) {
            return new Value.Constant(new Literal.Text(frame.module() == main() ? MAIN : "module"));
        }
        if (Builtins.has(name)) {
            return new Value.Library("builtins." + name);
        }
        for (String module : starImports) {
            String qualified = module + "." + name;
            if (machine.knowledge().function(qualified).isPresent()
                    || machine.knowledge().type(qualified).isPresent()) {
                return new Value.Library(qualified);
            }
        }
        Optional<String> known = Optional.ofNullable(CUSTOMARY.get(name))
                .or(() -> machine.knowledge().customary(name));
        if (known.isPresent()) {
            return new Value.Library(known.get());
        }
        Value.Reference data = machine.make(
                Data.of(Gives.SAME, machine.rows().root(name, span)).with(Tag.ASSUMED), span, name);
        machine.facts().lost(span, "'" + name + "' is not defined in the code that was read");
        set(frame.module(), name, data);
        return data;
    }
}
