package io.watertight.code.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs over small tables of row numbers: what the algebra says for sure of symbolic sets holds for the concrete ones. A row is a
 * number that says which source it is of and which values its columns have, so conditions can be tried on it.
 */
final class RowAlgebraPropertyTest {

    private static final CodeCell CELL = new CodeCell("test.py", 0, List.of(), new int[0], 0);
    private static final int TABLE = 60;

    /** A symbolic set with the rows it holds, in order. */
    private record Sample(Rows rows, List<Integer> held, String how) {}

    private final RowSets sets = new RowSets();
    private final RowAlgebra algebra = new RowAlgebra();
    private final List<Sample> samples = new ArrayList<>();
    private final Map<String, Long> seeds = new HashMap<>();
    private Random random = new Random(0);
    private int line;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatIsSaidForSureIsTrue(long seed) {
        random = new Random(seed);
        for (int program = 0; program < 12; program++) {
            samples.clear();
            source("one", 0);
            source("two", 1000);
            for (int step = 0; step < 20; step++) {
                step();
            }
            for (Sample one : samples) {
                samples.forEach(other -> check(seed, one, other));
            }
        }
    }

    private void check(long seed, Sample one, Sample other) {
        boolean meet = !Collections.disjoint(new HashSet<>(one.held), other.held);
        Overlap said = algebra.overlap(one.rows, other.rows);
        boolean right = switch (said) {
            case NO -> !meet;
            case MUST -> meet || !isSure(one) || !isSure(other);
            case MAY, COPIES -> true;
        };
        boolean within = !algebra.within(one.rows, other.rows) || new HashSet<>(other.held).containsAll(one.held);
        if (!right || !within) {
            throw new AssertionError("seed %d: said to %s%n%s = %s%n%s = %s"
                    .formatted(
                            seed, right ? "be within" : "overlap: " + said, one.how, one.held, other.how, other.held));
        }
        assertThat(algebra.overlap(other.rows, one.rows)).isEqualTo(said);
    }

    /** The algebra takes slices for as long as they say. */
    private static boolean isSure(Sample sample) {
        return !sample.how.contains("short");
    }

    private void source(String name, int first) {
        List<Integer> held = new ArrayList<>();
        for (int row = 0; row < TABLE; row++) {
            held.add(first + row);
        }
        add(sets.root(name, at()), held, name);
    }

    private void step() {
        Sample of = samples.get(random.nextInt(samples.size()));
        switch (random.nextInt(7)) {
            case 0 -> split(of);
            case 1 -> slice(of);
            case 2 -> filter(of);
            case 3 -> union(of);
            case 4 -> shuffle(of);
            case 5 -> sample(of);
            default -> rest(of);
        }
    }

    private void split(Sample of) {
        String key = "split with seed " + random.nextInt(3);
        List<Integer> dealt = new ArrayList<>(of.held);
        Collections.shuffle(dealt, new Random(key.hashCode()));
        int train = dealt.size() * 2 / 3;
        add(sets.part(of.rows, key, 0, at()), dealt.subList(0, train), of.how + "/" + key + "#0");
        add(sets.part(of.rows, key, 1, at()), dealt.subList(train, dealt.size()), of.how + "/" + key + "#1");
    }

    private void slice(Sample of) {
        int size = of.held.size();
        String[] names = {"", "", "n", "5", "20", "40", "-10", "-3"};
        String from = names[random.nextInt(names.length)];
        String to = names[random.nextInt(names.length)];
        int begin = from.isEmpty() ? 0 : position(from, size);
        int end = to.isEmpty() ? size : position(to, size);
        boolean known = size > 40;
        add(
                sets.slice(of.rows, from, to, at()),
                begin < end ? of.held.subList(begin, end) : List.of(),
                of.how + "[" + from + ":" + to + "]" + (known ? "" : " short"));
    }

    /** The symbol n stands for one number throughout. */
    private static int position(String bound, int size) {
        int at = bound.equals("n") ? 17 : Integer.parseInt(bound);
        return Math.max(0, Math.min(size, at < 0 ? size + at : at));
    }

    private void filter(Sample of) {
        String operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(6));
        int value = random.nextInt(4);
        String column = random.nextBoolean() ? "a" : "b";
        boolean negated = random.nextInt(3) == 0;
        List<Integer> held = of.held.stream()
                .filter(row -> holds(column.equals("a") ? row % 4 : row / 4 % 4, operator, value) != negated)
                .toList();
        String condition = column + " " + operator + " " + value;
        add(sets.filter(of.rows, condition, negated, at()), held, of.how + "/" + (negated ? "not " : "") + condition);
    }

    private static boolean holds(int is, String operator, int value) {
        return switch (operator) {
            case "<" -> is < value;
            case "<=" -> is <= value;
            case ">" -> is > value;
            case ">=" -> is >= value;
            case "==" -> is == value;
            default -> is != value;
        };
    }

    private void union(Sample of) {
        Sample other = samples.get(random.nextInt(samples.size()));
        if (algebra.overlap(of.rows, other.rows) == Overlap.MAY) {
            return;
        }
        List<Integer> held = new ArrayList<>(of.held);
        held.addAll(other.held);
        Rows united = sets.union(List.of(of.rows, other.rows), at());
        // Members that are the same set are taken once.
        if (united.parents().size() == members(of.rows) + members(other.rows)) {
            add(united, held, "(" + of.how + " + " + other.how + ")");
        }
    }

    private static int members(Rows rows) {
        return rows.kind() == Rows.Kind.UNION ? rows.parents().size() : 1;
    }

    private void shuffle(Sample of) {
        List<Integer> held = new ArrayList<>(of.held);
        Collections.shuffle(held, random);
        add(sets.permuted(of.rows, at()), held, of.how + "/shuffled");
    }

    private void sample(Sample of) {
        if (of.rows.kind() == Rows.Kind.SUBSET) {
            return;
        }
        List<Integer> held = new ArrayList<>(of.held);
        Collections.shuffle(held, random);
        add(sets.subset(of.rows, at()), held.subList(0, held.size() / 2), of.how + "/some");
    }

    private void rest(Sample picked) {
        picked.rows
                .parent()
                .flatMap(parent ->
                        samples.stream().filter(sample -> sample.rows == parent).findFirst())
                .ifPresent(parent -> {
                    Set<Integer> gone = new HashSet<>(picked.held);
                    List<Integer> held = parent.held.stream()
                            .filter(row -> !gone.contains(row))
                            .toList();
                    add(
                            sets.part(parent.rows, "rest of " + picked.rows.id(), 1, at()),
                            held,
                            parent.how + " without " + picked.how);
                });
    }

    /** One symbolic set stands for one concrete set, and none is empty. */
    private void add(Rows rows, List<Integer> held, String how) {
        if (!held.isEmpty() && samples.stream().noneMatch(sample -> sample.rows == rows)) {
            samples.add(new Sample(rows, List.copyOf(held), how));
        }
    }

    private Span at() {
        line++;
        return new Span(CELL, line, 0, line, 1);
    }
}
