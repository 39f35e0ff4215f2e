package io.watertight.code.value;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Rows.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes symbolic sets of rows, each only once. For one analysis; not thread-safe. */
public final class RowSets {

    /** How the name of a source begins that is made of nothing: zeros, random numbers, a grid. */
    public static final String MADE = "new at ";

    private static final Pattern PARAMETER = Pattern.compile("\\w+\\((\\w+)\\)");

    /** More alternatives than this are some rows of an unknown set. */
    private static final int MOST_MEMBERS = 12;

    private record Key(Kind kind, List<Integer> parents, String key, int side) {}

    private final Map<Key, Rows> made = new HashMap<>();
    private final List<Rows> numbered = new ArrayList<>();
    private final Rows none = new Rows(0, Kind.NONE, List.of(), "", 0, Optional.empty(), List.of());

    private Supplier<List<Span>> loops = List::of;

    /** Asks for the loops around whenever a set is made. */
    public void within(Supplier<List<Span>> around) {
        loops = around;
    }

    public Rows none() {
        return none;
    }

    /** The set with a number. */
    public Rows number(int id) {
        return id == 0 ? none : numbered.get(id - 1);
    }

    /** The name of a source that is a parameter of a function which nobody calls. */
    public static String parameter(String function, String name) {
        return function + "(" + name + ")";
    }

    /** The name of the parameter, if a source is one of a function that nobody calls. */
    public static Optional<String> parameter(Rows source) {
        Matcher matcher = PARAMETER.matcher(source.key());
        return source.kind() == Kind.ROOT && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A source; two sources of one name are the same rows. */
    public Rows root(String name, Span site) {
        return make(Kind.ROOT, List.of(), name, 0, Optional.of(site));
    }

    /** A side of a split. */
    public Rows part(Rows parent, String split, int side, Span site) {
        return parent.isNone() ? parent : make(Kind.PART, List.of(parent), split, side, Optional.of(site));
    }

    /** How many rows a set has, as a bound. */
    public static String count(int rows) {
        return "count of " + rows;
    }

    /** From one position to another; bounds as texts, empty where open. What was put below another set is found again by its count. */
    public Rows slice(Rows parent, String begin, String to, Span site) {
        String from = begin.equals("0") ? "" : begin;
        String own = count(parent.id());
        if (parent.isNone() || from.isEmpty() && (to.isEmpty() || to.equals(own))) {
            return parent;
        }
        if (parent.kind() == Kind.UNION) {
            String first = count(parent.parents().get(0).id());
            if (from.isEmpty() && to.equals(first)) {
                return parent.parents().get(0);
            }
            if (from.equals(first) && (to.isEmpty() || to.equals(own))) {
                return union(parent.parents().subList(1, parent.parents().size()), site);
            }
        }
        return make(Kind.SLICE, List.of(parent), from + ":" + to, 0, Optional.of(site));
    }

    /** Rows where a condition holds, or where it does not. */
    public Rows filter(Rows parent, String condition, boolean negated, Span site) {
        return parent.isNone()
                ? parent
                : make(Kind.FILTER, List.of(parent), condition, negated ? 1 : 0, Optional.of(site));
    }

    public Rows subset(Rows parent, Span site) {
        // Chosen again at the same place, in another round of a loop, it is the same choice.
        boolean again = parent.kind() == Kind.SUBSET
                && parent.site().filter(site::equals).isPresent();
        return parent.isNone() || again
                ? parent
                : make(Kind.SUBSET, List.of(parent), site.toString(), 0, Optional.of(site));
    }

    public Rows permuted(Rows parent, Span site) {
        return permuted(parent, site.toString(), site);
    }

    /** In an order that was drawn before; the same order of the same rows is one set. */
    public Rows permuted(Rows parent, String order, Span site) {
        return parent.isNone() ? parent : make(Kind.PERMUTED, List.of(parent), order, 0, Optional.of(site));
    }

    public Rows duplicate(Rows parent, Span site) {
        return parent.isNone() ? parent : make(Kind.DUPLICATE, List.of(parent), site.toString(), 0, Optional.of(site));
    }

    public Rows grouped(Rows parent, Span site) {
        return parent.isNone() || parent.kind() == Kind.GROUPED
                ? parent
                : make(Kind.GROUPED, List.of(parent), site.toString(), 0, Optional.of(site));
    }

    public Rows union(List<Rows> members, Span site) {
        return several(Kind.UNION, members, Optional.of(site));
    }

    public Rows choice(Rows one, Rows other) {
        return one == other ? one : several(Kind.CHOICE, List.of(one, other), Optional.empty());
    }

    private Rows several(Kind kind, List<Rows> members, Optional<Span> site) {
        Set<Rows> flat = new LinkedHashSet<>();
        for (Rows member : members) {
            if (member.kind() == kind) {
                flat.addAll(member.parents());
            } else if (!member.isNone()) {
                flat.add(member);
            }
        }
        if (flat.isEmpty()) {
            return none;
        }
        List<Rows> kept = new ArrayList<>(flat);
        if (kept.size() > MOST_MEMBERS) {
            kept = kept.subList(0, MOST_MEMBERS);
        }
        return kept.size() == 1 ? kept.get(0) : make(kind, List.copyOf(kept), "", 0, site);
    }

    private Rows make(Kind kind, List<Rows> parents, String key, int side, Optional<Span> site) {
        List<Integer> ids = parents.stream().map(Rows::id).toList();
        return made.computeIfAbsent(new Key(kind, ids, key, side), unused -> {
            Rows rows = new Rows(numbered.size() + 1, kind, parents, key, side, site, loops.get());
            numbered.add(rows);
            return rows;
        });
    }
}
