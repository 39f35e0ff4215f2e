package io.watertight.code.internal.interpret;

import io.watertight.code.fact.CodeFacts;
import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.syntax.Statement;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Follows a program. One object for one program; not thread-safe.
 */
public final class Interpreter {

    private final Machine machine;
    private final Frames frames;
    private final Expressions expressions;
    private final Statements statements;
    private final Assignments assignments;
    private final UserCalls userCalls;
    private final Calls calls;
    private final Selections selections;

    /**
     * @param modules the statements of a module of the program by its dotted name, if there is such a file
     */
    public Interpreter(Knowledge knowledge, Function<String, Optional<List<Statement>>> modules) {
        machine = new Machine(knowledge);
        frames = new Frames(machine);
        selections = new Selections(machine);
        expressions = new Expressions(this);
        statements = new Statements(this, modules);
        assignments = new Assignments(this);
        userCalls = new UserCalls(this);
        calls = new Calls(this);
    }

    /** Follows the statements of a cell or script; several cells of one program come one after the other. */
    public void run(List<Statement> body) {
        statements.run(body, frames.main());
    }

    /** Follows functions that nobody called, and gives what was learnt. */
    public CodeFacts finish() {
        userCalls.followUncalled();
        return machine.facts().facts();
    }

    Machine machine() {
        return machine;
    }

    Frames frames() {
        return frames;
    }

    Expressions expressions() {
        return expressions;
    }

    Statements statements() {
        return statements;
    }

    Assignments assignments() {
        return assignments;
    }

    UserCalls userCalls() {
        return userCalls;
    }

    Calls calls() {
        return calls;
    }

    Selections selections() {
        return selections;
    }
}
