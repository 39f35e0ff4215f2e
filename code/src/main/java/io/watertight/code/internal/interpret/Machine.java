package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Loop;
import io.watertight.code.fact.Model;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.DictState;
import io.watertight.code.value.Estimator;
import io.watertight.code.value.HeapObject;
import io.watertight.code.value.Influence;
import io.watertight.code.value.InfluenceKind;
import io.watertight.code.value.InstanceState;
import io.watertight.code.value.ListState;
import io.watertight.code.value.RowSets;
import io.watertight.code.value.Rows;
import io.watertight.code.value.Sets;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Timing;
import io.watertight.code.value.Value;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** What all parts of the interpreter share: memory, rows, facts, where they are, and how much they may still do. */
final class Machine {

    /** Calls of the program's functions inside one another; deeper ones are not followed. */
    static final int DEEPEST = 6;

    private static final long MOST_STEPS = 400_000;
    private static final long MOST_NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(1_000);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int CLOCK_EVERY = 0xFF;
    private static final long MOST_ROUNDS = 100;

    private record Step(int path, Span site, int round) {}

    private final Knowledge knowledge;
    private final RowSets rows = new RowSets();
    private final Heap heap = new Heap(rows);
    private final FactLog facts = new FactLog();
    private final Map<Step, Integer> paths = new HashMap<>();
    private final Deque<Integer> path = new ArrayDeque<>(List.of(0));
    private final Deque<Loop> loops = new ArrayDeque<>();
    private final long begun = time();
    private final Deque<Set<Influence>> control = new ArrayDeque<>();
    private final Deque<Set<Influence>> tests = new ArrayDeque<>();
    private final Map<Integer, List<Data>> unknownResults = new HashMap<>();
    private final Map<Integer, Map<Rows, Set<Influence>>> unions = new HashMap<>();
    private final Deque<Integer> unrolled = new ArrayDeque<>();
    private Timing testTiming = Timing.NOTHING;
    private Timing judged = Timing.NOTHING;
    private long steps;
    private int networks;
    private boolean exhausted;

    Machine(Knowledge knowledge) {
        this.knowledge = knowledge;
        rows.within(() -> loops.stream().map(Loop::site).distinct().toList());
    }

    Knowledge knowledge() {
        return knowledge;
    }

    RowSets rows() {
        return rows;
    }

    Heap heap() {
        return heap;
    }

    FactLog facts() {
        return facts;
    }

    /** The calls and rounds that lead here, as a number. */
    int path() {
        return path.getFirst();
    }

    /** Runs within a call, or a round of a loop. */
    void within(Span site, int round, Runnable action) {
        path.push(paths.computeIfAbsent(new Step(path(), site, round), unused -> paths.size() + 1));
        try {
            action.run();
        } finally {
            path.pop();
        }
    }

    List<Loop> loops() {
        List<Loop> outermostFirst = new ArrayList<>(loops);
        Collections.reverse(outermostFirst);
        return outermostFirst;
    }

    /** Whether a loop over known elements is followed round by round: not when loops inside loops multiply. */
    boolean mayUnroll(int rounds) {
        long product = rounds;
        for (int size : unrolled) {
            product *= size;
        }
        return product <= MOST_ROUNDS;
    }

    /** Follows the rounds of a loop over known elements. */
    void unrolling(int rounds, Runnable action) {
        unrolled.push(Math.max(1, rounds));
        try {
            action.run();
        } finally {
            unrolled.pop();
        }
    }

    void withinLoop(Loop loop, Runnable action) {
        loops.push(loop);
        try {
            if (loop.round() < 0) {
                action.run();
            } else {
                within(loop.site(), loop.round(), action);
            }
        } finally {
            loops.pop();
        }
    }

    /** Follows what happens only if a test holds; steps that the test rests on influence what is kept or dropped. */
    <T> T controlled(Set<Influence> influences, Supplier<T> action) {
        if (influences.isEmpty()) {
            return action.get();
        }
        control.push(influences);
        try {
            return action.get();
        } finally {
            control.pop();
        }
    }

    /** Follows a function that is applied row by row, and gathers what the tests in it rest on. */
    <T> T judging(Set<Influence> gathered, Supplier<T> action) {
        Timing before = testTiming;
        testTiming = Timing.NOTHING;
        tests.push(gathered);
        try {
            return action.get();
        } finally {
            tests.pop();
            judged = testTiming;
            testTiming = before;
        }
    }

    /** Follows a network of the program forward: its layers are no models of their own. */
    <T> T forward(Supplier<T> action) {
        networks++;
        try {
            return action.get();
        } finally {
            networks--;
        }
    }

    boolean isInNetwork() {
        return networks > 0;
    }

    /** When the tests in the function that was applied last were known. */
    Timing judged() {
        return judged;
    }

    /** A test that decides what a function gives. */
    void judged(Data test) {
        if (!tests.isEmpty()) {
            tests.peek().addAll(test.influences());
            testTiming = testTiming.and(test.timing());
        }
    }

    /** The steps that the tests around rest on. */
    Set<Influence> control() {
        Set<Influence> all = Set.of();
        for (Set<Influence> one : control) {
            all = Sets.union(all, one);
        }
        return all;
    }

    /** Time that this thread has worked, so that a busy machine cuts nothing short that a quiet one follows to the end. */
    private static long time() {
        long worked = THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : -1;
        return worked < 0 ? System.nanoTime() : worked;
    }

    /** Counts a step; false when so much was done that the rest is left. */
    boolean goesOn(Span site) {
        steps++;
        if (!exhausted && (steps > MOST_STEPS || (steps & CLOCK_EVERY) == 0 && time() - begun > MOST_NANOSECONDS)) {
            exhausted = true;
            facts.lost(site, "too much to follow from here on");
        }
        return !exhausted;
    }

    Value.Reference make(HeapObject state, Span site) {
        return noted(heap.make(state, site, path(), state.getClass().getSimpleName()), state, site);
    }

    Value.Reference make(HeapObject state, Span site, String what) {
        return noted(heap.make(state, site, path(), what), state, site);
    }

    private Value.Reference noted(Value.Reference made, HeapObject state, Span site) {
        if (state instanceof Estimator estimator) {
            Set<Influence> chosen = new LinkedHashSet<>();
            for (Value argument : estimator.arguments().values()) {
                data(argument).influences().stream()
                        .filter(influence -> influence.kind() == InfluenceKind.SCORE)
                        .forEach(chosen::add);
            }
            facts.model(new Model(made.id(), site, estimator.name(), chosen, loops()));
        }
        return made;
    }

    /** Remembers what was put below one another, in case it is taken apart again. */
    void stacked(Rows union, List<Data> members) {
        Map<Rows, Set<Influence>> influences = new LinkedHashMap<>();
        members.forEach(member -> influences.merge(member.rows(), member.influences(), Sets::union));
        unions.put(union.id(), influences);
    }

    /** A member of a union as it is found again: what only the others brought along is not its own. */
    Data takenApart(Data union, Rows member) {
        Map<Rows, Set<Influence>> members = unions.getOrDefault(union.rows().id(), Map.of());
        Set<Influence> own = members.get(member);
        if (own == null || member == union.rows()) {
            return union.withRows(member);
        }
        Set<Influence> others = new LinkedHashSet<>();
        members.values().forEach(others::addAll);
        others.removeAll(own);
        return union.withRows(member).withColumns(union.columns().uninfluenced(others));
    }

    /** Remembers with what an unknown call was made, in case its result is taken apart. */
    void arguments(Value.Reference result, List<Data> arguments) {
        unknownResults.put(result.id(), List.copyOf(arguments));
    }

    List<Data> argumentsOf(Value result) {
        return result instanceof Value.Reference reference
                ? unknownResults.getOrDefault(reference.id(), List.of())
                : List.of();
    }

    /** A number, a plot: something without rows that remembers what went in. */
    Data number(Data from) {
        Data number =
                Data.of(Gives.NUMBER, rows.none()).influenced(from.influences()).withScores(from.scores());
        return from.is(Tag.SCORE) ? number.with(Tag.SCORE) : number;
    }

    /** What is known of a value as data, whatever it is; members of lists are taken together. */
    Data data(Value value) {
        return data(value, new LinkedHashSet<>());
    }

    private Data data(Value value, Set<Value> seen) {
        if (!seen.add(value) || seen.size() > 200) {
            return Data.of(Gives.SAME, rows.none());
        }
        if (value instanceof Value.OneOf several) {
            return joined(several.alternatives(), seen);
        }
        if (value instanceof Value.TupleValue tuple) {
            return joined(tuple.elements(), seen);
        }
        if (value instanceof Value.Member member
                && heap.estimator(member.receiver()).isPresent()) {
            // What it learnt, by whatever name: vectors of words, coefficients.
            return Data.of(Gives.SAME, rows.none())
                    .influenced(heap.estimator(member.receiver()).get().learnt());
        }
        if (value instanceof Value.Member member
                && heap.data(member.receiver())
                        .filter(data ->
                                data.kind() == Gives.NUMBER && data.rows().isNone())
                        .isPresent()) {
            // A part of a result: ttest_ind(a, b).pvalue.
            return number(heap.data(member.receiver()).get());
        }
        HeapObject object = heap.object(value).orElse(null);
        if (object instanceof Data data) {
            return data;
        }
        if (object instanceof ListState list) {
            List<Value> members = new ArrayList<>(list.items());
            list.rest().ifPresent(members::add);
            // Rows gathered in a list are several.
            Data gathered = joined(members, seen);
            return list.rest().isEmpty() && members.size() == 1 ? gathered : gathered.without(Tag.SINGLE);
        }
        if (object instanceof DictState dict) {
            List<Value> members = new ArrayList<>(dict.entries().values());
            dict.rest().ifPresent(members::add);
            return joined(members, seen);
        }
        if (object instanceof InstanceState instance) {
            return joined(List.copyOf(instance.attributes().values()), seen);
        }
        if (object instanceof Estimator estimator) {
            return Data.of(Gives.MODEL, rows.none()).influenced(estimator.learnt());
        }
        return Data.of(Gives.SAME, rows.none());
    }

    private Data joined(List<Value> members, Set<Value> seen) {
        Data all = Data.of(Gives.SAME, rows.none());
        boolean first = true;
        for (Value member : members) {
            Data next = data(member, seen);
            all = first ? next : heap.join(all, next);
            first = false;
        }
        return all.kind() == Gives.FRAME ? all : all.withKind(members.size() == 1 ? all.kind() : Gives.SAME);
    }

    /** Whether a value has rows. */
    boolean hasRows(Value value) {
        return !data(value).rows().isNone();
    }

    /** The estimators a value may be. */
    List<Value.Reference> estimators(Value value) {
        List<Value.Reference> found = new ArrayList<>();
        for (Value one : Heap.alternatives(value)) {
            if (one instanceof Value.Reference reference && heap.estimator(one).isPresent()) {
                found.add(reference);
            }
        }
        return found;
    }

    Optional<Estimator> estimator(Value value) {
        return estimators(value).stream().findFirst().flatMap(heap::estimator);
    }
}
