package io.watertight.code.knowledge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is known of libraries. Immutable after construction and thread-safe. Names are qualified; a name that is not listed is looked up by
 * its library and last part too, because libraries move things between modules ({@code sklearn.ensemble.forest.RandomForestClassifier}).
 * Before that, old module paths are put into today's by the table of aliases ({@code keras} is {@code tensorflow.keras}).
 */
public final class Knowledge {

    private static final Pattern DISTINCT =
            Pattern.compile("[A-Z][a-z0-9]+[A-Z].*|[A-Z]{2,}[a-z0-9]*|[a-z0-9]+_[a-z0-9_]+");

    /** Whose names people write bare, most usual first: train_test_split is scikit-learn's rather than that of Darts. */
    private static final List<String> USUAL =
            List.of("sklearn", "pandas", "numpy", "imblearn", "tensorflow", "torch", "xgboost", "lightgbm", "catboost");

    private final Map<String, String> byLastPart = new HashMap<>();
    private final Map<String, Effect> functions;
    private final Map<String, ClassEntry> classes;
    private final Map<String, Map<String, Effect>> methods;
    private final Map<String, String> aliases;
    private final Map<String, Effect> functionsByLastName;
    private final Map<String, ClassEntry> classesByLastName;

    /**
     * @param functions by qualified name
     * @param classes by qualified name
     * @param methods by kind of receiver ({@code frame}, {@code series}, {@code array}, {@code grouped}, {@code window}, {@code text}, {@code dataset},
     *     ...), then by name
     */
    public Knowledge(
            Map<String, Effect> functions, Map<String, ClassEntry> classes, Map<String, Map<String, Effect>> methods) {
        this(functions, classes, methods, Map.of());
    }

    /**
     * @param functions by qualified name
     * @param classes by qualified name
     * @param methods by kind of receiver, then by name
     * @param aliases today's module or name, by an old or short one; the longest that fits is applied, once
     */
    public Knowledge(
            Map<String, Effect> functions,
            Map<String, ClassEntry> classes,
            Map<String, Map<String, Effect>> methods,
            Map<String, String> aliases) {
        this.functions = Map.copyOf(functions);
        this.classes = Map.copyOf(classes);
        Map<String, Map<String, Effect>> copy = new HashMap<>();
        methods.forEach((kind, byName) -> copy.put(kind, Map.copyOf(byName)));
        this.methods = Map.copyOf(copy);
        Stream.concat(classes.keySet().stream(), functions.keySet().stream())
                .sorted(Comparator.comparingInt(Knowledge::rarity).thenComparing(Comparator.naturalOrder()))
                .filter(name -> DISTINCT.matcher(name.substring(name.lastIndexOf('.') + 1))
                        .matches())
                .forEach(name -> byLastPart.putIfAbsent(name.substring(name.lastIndexOf('.') + 1), name));
        this.aliases = Map.copyOf(aliases);
        functionsByLastName = byLastName(functions, Knowledge::meansTheSame);
        classesByLastName = byLastName(classes, Knowledge::meansTheSame);
    }

    /** Entries by library and last part, without those that would be a guess: {@code scipy.stats.boxcox}, {@code scipy.special.boxcox}. */
    private static <T> Map<String, T> byLastName(Map<String, T> entries, BiPredicate<T, T> same) {
        Map<String, T> result = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        entries.forEach((name, entry) -> {
            String brief = shortened(name);
            T before = result.putIfAbsent(brief, entry);
            if (before != null && !same.test(before, entry)) {
                ambiguous.add(brief);
            }
        });
        result.keySet().removeAll(ambiguous);
        return result;
    }

    private static boolean meansTheSame(Effect one, Effect other) {
        return one.action() == other.action()
                && one.rows() == other.rows()
                && one.learns() == other.learns()
                && one.supervised() == other.supervised()
                && one.ahead().equals(other.ahead());
    }

    private static boolean meansTheSame(ClassEntry one, ClassEntry other) {
        return one.role() == other.role()
                && one.learns() == other.learns()
                && one.supervised() == other.supervised()
                && one.keeps().equals(other.keeps());
    }

    /** What comes with the program; read once, on first use. */
    public static Knowledge bundled() {
        return KnowledgeFiles.bundled();
    }

    public Optional<Effect> function(String name) {
        return find(name, functions, functionsByLastName);
    }

    public Optional<ClassEntry> type(String name) {
        return find(name, classes, classesByLastName);
    }

    private <T> Optional<T> find(String name, Map<String, T> exact, Map<String, T> byLastName) {
        T listed = exact.get(name);
        if (listed != null) {
            return Optional.of(listed);
        }
        String today = today(name);
        T moved = exact.get(today);
        return Optional.ofNullable(moved == null ? byLastName.get(shortened(today)) : moved);
    }

    /** The name with the longest old prefix replaced: {@code keras.layers.Dense} is {@code tensorflow.keras.layers.Dense}. */
    public String today(String name) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('.', end - 1)) {
            String replaced = aliases.get(name.substring(0, end));
            if (replaced != null) {
                return replaced + name.substring(end);
            }
        }
        return name;
    }

    /**
     * The qualified name of a class or function that people call so without saying where it comes from, in snippets; only names that are
     * unlike those of variables: with a capital inside or with an underscore.
     */
    public Optional<String> customary(String name) {
        return Optional.ofNullable(byLastPart.get(name));
    }

    /** A method of a kind of receiver; methods of {@code any} apply to every kind of data. */
    public Optional<Effect> method(String kind, String name) {
        Effect own = methods.getOrDefault(kind, Map.of()).get(name);
        return Optional.ofNullable(
                own == null ? methods.getOrDefault("any", Map.of()).get(name) : own);
    }

    /** Every entry, for lists and tests. */
    public int size() {
        return functions.size()
                + classes.size()
                + methods.values().stream().mapToInt(Map::size).sum();
    }

    public Map<String, Effect> functions() {
        return functions;
    }

    public Map<String, ClassEntry> classes() {
        return classes;
    }

    public Map<String, Map<String, Effect>> methods() {
        return methods;
    }

    public Map<String, String> aliases() {
        return aliases;
    }

    private static int rarity(String name) {
        int place = USUAL.indexOf(name.substring(0, Math.max(0, name.indexOf('.'))));
        return place < 0 ? USUAL.size() : place;
    }

    /** Library and last part: {@code sklearn.RandomForestClassifier}. */
    private static String shortened(String name) {
        int first = name.indexOf('.');
        int last = name.lastIndexOf('.');
        return first == last ? name : name.substring(0, first) + name.substring(last);
    }
}
