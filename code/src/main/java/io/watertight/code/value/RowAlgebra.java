package io.watertight.code.value;

import io.watertight.code.value.Rows.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Says whether sets of rows share rows. Remembers its answers; for one analysis, not thread-safe. */
public final class RowAlgebra {

    private final Map<Long, Overlap> known = new HashMap<>();
    private final Map<Integer, Boolean> copied = new HashMap<>();

    /** Whether two sets share rows, taking every set for not empty. Symmetric. */
    public Overlap overlap(Rows one, Rows other) {
        if (one.isNone() || other.isNone()) {
            return Overlap.NO;
        }
        if (one == other) {
            return Overlap.MUST;
        }
        Rows low = one.id() < other.id() ? one : other;
        Rows high = low == one ? other : one;
        long key = ((long) low.id() << 32) | high.id();
        Overlap before = known.get(key);
        if (before != null) {
            return before;
        }
        Overlap answer = compare(low, high);
        known.put(key, answer);
        return answer;
    }

    /** Whether every row of the one is surely a row of the other. */
    public boolean within(Rows inner, Rows outer) {
        if (inner == outer) {
            return true;
        }
        if (inner.kind() == Kind.UNION || inner.kind() == Kind.CHOICE) {
            return outer.kind() == Kind.UNION && outer.parents().containsAll(inner.parents())
                    || inner.parents().stream().allMatch(member -> within(member, outer));
        }
        if (outer.kind() == Kind.UNION && outer.parents().stream().anyMatch(member -> within(inner, member))) {
            return true;
        }
        return inner.parent().map(parent -> within(parent, outer)).orElse(false);
    }

    /** Whether rows were copied, made from others, or put below themselves, somewhere above. */
    public boolean hasCopies(Rows rows) {
        Boolean before = copied.get(rows.id());
        if (before != null) {
            return before;
        }
        boolean answer = rows.kind() == Kind.DUPLICATE
                || rows.kind() == Kind.UNION && membersMeet(rows.parents())
                || rows.parents().stream().anyMatch(this::hasCopies);
        copied.put(rows.id(), answer);
        return answer;
    }

    private boolean membersMeet(List<Rows> members) {
        for (int index = 1; index < members.size(); index++) {
            for (Rows earlier : members.subList(0, index)) {
                if (overlap(members.get(index), earlier).compareTo(Overlap.COPIES) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private Overlap compare(Rows one, Rows other) {
        List<Rows> ones = one.line();
        List<Rows> others = other.line();
        for (int index = 0; index < ones.size(); index++) {
            int there = others.indexOf(ones.get(index));
            if (there >= 0) {
                if (index == 0 || there == 0) {
                    return Overlap.MUST;
                }
                return below(ones.get(index), ones.subList(0, index), others.subList(0, there));
            }
        }
        Rows base = ones.get(ones.size() - 1);
        if (base.parents().size() > 1) {
            return ofSeveral(base, base == one, other);
        }
        Rows otherBase = others.get(others.size() - 1);
        if (otherBase.parents().size() > 1) {
            return ofSeveral(otherBase, otherBase == other, one);
        }
        return Overlap.NO;
    }

    /** A set of several against another, or a part of a set of several. */
    private Overlap ofSeveral(Rows several, boolean whole, Rows other) {
        List<Overlap> answers = new ArrayList<>();
        several.parents().forEach(member -> answers.add(overlap(member, other)));
        if (answers.stream().allMatch(answer -> answer == Overlap.NO)) {
            return Overlap.NO;
        }
        if (!whole) {
            return Overlap.MAY;
        }
        boolean all = several.kind() == Kind.UNION;
        for (Overlap sure : List.of(Overlap.MUST, Overlap.COPIES)) {
            boolean holds =
                    all ? answers.contains(sure) : answers.stream().allMatch(answer -> answer.compareTo(sure) >= 0);
            if (holds) {
                return sure;
            }
        }
        return Overlap.MAY;
    }

    /** Two ways down from a common set, the last step first. */
    private Overlap below(Rows parent, List<Rows> one, List<Rows> other) {
        if (exclude(conditions(one), conditions(other))) {
            return Overlap.NO;
        }
        Optional<Rows> first = firstChoice(one);
        Optional<Rows> second = firstChoice(other);
        if (first.isEmpty() || second.isEmpty()) {
            return Overlap.MUST;
        }
        boolean ordered = first.get() == one.get(one.size() - 1) && second.get() == other.get(other.size() - 1);
        Overlap plain = children(first.get(), second.get());
        if (!ordered) {
            // Positions in another order, or of groups, say nothing of positions here.
            return plain == Overlap.NO ? Overlap.MAY : plain;
        }
        return plain == Overlap.NO && hasCopies(parent) ? Overlap.COPIES : plain;
    }

    /** The first step down that leaves rows out or repeats them; steps that only change the order or group do neither. */
    private static Optional<Rows> firstChoice(List<Rows> way) {
        for (int index = way.size() - 1; index >= 0; index--) {
            Kind kind = way.get(index).kind();
            if (kind != Kind.PERMUTED && kind != Kind.GROUPED) {
                return Optional.of(way.get(index));
            }
        }
        return Optional.empty();
    }

    /** The conditions on rows along a way, as far as the rows are still those of its beginning. */
    private static List<Rows> conditions(List<Rows> way) {
        List<Rows> conditions = new ArrayList<>();
        for (int index = way.size() - 1; index >= 0; index--) {
            Kind kind = way.get(index).kind();
            if (kind == Kind.GROUPED || kind == Kind.DUPLICATE) {
                break;
            }
            if (kind == Kind.FILTER) {
                conditions.add(way.get(index));
            }
        }
        return conditions;
    }

    private static boolean exclude(List<Rows> ones, List<Rows> others) {
        return ones.stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other ->
                                Conditions.disjoint(one.key(), one.side() == 1, other.key(), other.side() == 1)));
    }

    private static Overlap children(Rows one, Rows other) {
        if (one.kind() == Kind.PART && other.kind() == Kind.PART) {
            return one.key().equals(other.key()) ? Overlap.NO : Overlap.MAY;
        }
        if (isRest(one, other) || isRest(other, one)) {
            return Overlap.NO;
        }
        if (one.kind() == Kind.SLICE && other.kind() == Kind.SLICE) {
            return slices(one.key(), other.key());
        }
        // A part of the copies and a part of the originals share rows in all but odd cases.
        boolean copied = one.kind() == Kind.DUPLICATE || other.kind() == Kind.DUPLICATE;
        return copied ? Overlap.MUST : Overlap.MAY;
    }

    /** Whether the one is what the other left over. */
    private static boolean isRest(Rows one, Rows other) {
        return one.kind() == Kind.PART && one.side() == 1 && one.key().equals("rest of " + other.id());
    }

    private static Overlap slices(String one, String other) {
        String[] ones = one.split(":", -1);
        String[] others = other.split(":", -1);
        if (before(ones[1], others[0]) || before(others[1], ones[0])) {
            return Overlap.NO;
        }
        boolean known = isKnown(ones) && isKnown(others);
        return known ? Overlap.MUST : Overlap.MAY;
    }

    private static boolean isKnown(String[] bounds) {
        for (String bound : bounds) {
            OptionalLong number = number(bound);
            if (!bound.isEmpty() && (number.isEmpty() || number.getAsLong() < 0)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a slice that ends at the one bound lies before a slice that begins at the other. */
    private static boolean before(String end, String begin) {
        if (end.isEmpty() || begin.isEmpty()) {
            return false;
        }
        if (end.equals(begin)) {
            return true;
        }
        OptionalLong last = number(end);
        OptionalLong first = number(begin);
        return last.isPresent()
                && first.isPresent()
                && (last.getAsLong() < 0) == (first.getAsLong() < 0)
                && last.getAsLong() <= first.getAsLong();
    }

    private static OptionalLong number(String bound) {
        if (!bound.matches("-?\\d{1,15}")) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(Long.parseLong(bound));
    }
}
