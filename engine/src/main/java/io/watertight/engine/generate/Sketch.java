package io.watertight.engine.generate;

import io.watertight.core.study.Task;
import io.watertight.engine.sql.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table in the making: SQL expressions for what a row holds. Expressions may name {@code i}, the row's number from 0; {@code e}, the
 * number of the row it is a copy of, or its own; {@code t}, the number behind the target (weighted features plus logistic noise);
 * {@code y}, the class's number from 0 or the target itself; and every {@link #term}. Not thread-safe.
 */
public final class Sketch {

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");

    private final TableRecipe recipe;
    private final Dialect dialect;
    private final Draws draws;
    private final Map<String, String> terms = new LinkedHashMap<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final List<String> pulls = new ArrayList<>();
    private final List<Disturbance> disturbances = new ArrayList<>();
    private final Map<String, String> copies = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> facts = new LinkedHashMap<>();
    private final Map<String, String> declarations = new TreeMap<>();
    private double copied;
    private String forced = "";
    private String affected = "";
    private boolean rare;

    /**
     * Changes numbers of rows that are nearly copies.
     *
     * @param condition which rows
     * @param all whether all honest decimal numbers change, or one
     * @param change of a number's expression
     */
    record Disturbance(String condition, boolean all, UnaryOperator<String> change) {}

    Sketch(TableRecipe recipe, Dialect dialect) {
        this.recipe = recipe;
        this.dialect = dialect;
        this.draws = new Draws(dialect, recipe.seed());
    }

    public TableRecipe recipe() {
        return recipe;
    }

    public boolean isRegression() {
        return recipe.task() == Task.REGRESSION;
    }

    /** A draw from 0 to 1, exclusive, that copies share with the row they are copies of. */
    public String uniform(String name) {
        return draws.uniform("content", name);
    }

    /** A draw from 0 to 1, exclusive, of the row itself. */
    public String ownUniform(String name) {
        return draws.uniform("own", name);
    }

    /** A draw from 0 to 1, exclusive, that rows with the same value of a term share. */
    public String uniformOf(String term, String name) {
        return draws.uniform(term("of_" + term, draws.scrambled(term, term)), name);
    }

    /** A bell-shaped draw with mean 0 and deviation 1 from a uniform one. */
    public static String bell(String uniform) {
        return Draws.bell(uniform);
    }

    /** Gives an expression a name, so that it is computed once. */
    public String term(String name, String expression) {
        terms.putIfAbsent(name, expression);
        return name;
    }

    /** Adds to the number behind the target. */
    public void pull(String expression) {
        pulls.add(expression);
    }

    /** Adds a column. */
    public void column(String name, String expression) {
        columns.put(name, expression);
    }

    /**
     * Makes a share of the rows copies of others: some of those with odd numbers, so that no copy is copied.
     *
     * @param source a BIGINT expression of {@code i}: the row to copy, even, at least 0 and below {@code i}
     * @return the condition that a row is such a copy
     */
    public String copies(String name, double share, String source) {
        String draw = term("copy_draw", ownUniform("copy"));
        String condition = "(" + draw + " >= " + dialect.number(copied) + " AND " + draw + " < "
                + dialect.number(copied + 2 * share) + " AND i % 2 = 1 AND i > 32)";
        copied += 2 * share;
        copies.put(condition, source);
        affected = condition;
        return condition;
    }

    /** Any row below this one, for {@link #copies}. */
    public String anyEarlierRow(String name) {
        return "2 * CAST(floor(" + ownUniform(name) + " * (i // 2)) AS BIGINT)";
    }

    /** One honest decimal number, or all, change in some rows. */
    public void disturb(String condition, boolean all, UnaryOperator<String> change) {
        disturbances.add(new Disturbance(condition, all, change));
    }

    /** The last class is rare, but certain in rows where the condition over {@code e} is true. */
    public void rareButWhere(String condition) {
        rare = true;
        forced = condition;
    }

    /** Rows that a leak of rows shows in. */
    public void affects(String condition) {
        affected = condition;
    }

    /** What a person who knows the data would tell an audit: {@code group}, {@code time}. */
    public void declare(String option, String value) {
        declarations.put(option, value);
    }

    /**
     * Something computed from all rows of both tables before they are written.
     *
     * @param name a word
     * @param query a query whose single text is spliced in as SQL; {@code @rows} in it stands for all rows
     * @return the place in other expressions
     */
    public String fact(String name, String query) {
        String place = "@" + name + "@";
        facts.put(name, Map.of(place, query));
        return place;
    }

    Dialect dialect() {
        return dialect;
    }

    Map<String, String> columns() {
        return columns;
    }

    List<Disturbance> disturbances() {
        return disturbances;
    }

    Map<String, String> declarations() {
        Map<String, String> all = new TreeMap<>(declarations);
        all.putIfAbsent("purpose", "rows");
        return all;
    }

    /** Queries by the place that their answer takes. */
    Map<String, String> facts() {
        Map<String, String> all = new LinkedHashMap<>();
        facts.values().forEach(all::putAll);
        return all;
    }

    /** The rows affected since last asked, empty if none in particular. */
    String takeAffected() {
        String condition = affected;
        affected = "";
        return condition;
    }

    /** A query for rows with all terms and the target, from one number up to another, exclusive. */
    String rows(long from, long to) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("own", draws.scrambled("i", "own"));
        StringBuilder source = new StringBuilder("CASE");
        copies.forEach((condition, of) ->
                source.append(" WHEN ").append(condition).append(" THEN ").append(of));
        all.put("e", copies.isEmpty() ? "i" : source + " ELSE i END");
        all.put("content", draws.scrambled("e", "content"));
        all.putAll(terms);
        all.put("s", pulls.isEmpty() ? "0e0" : String.join(" + ", pulls));
        all.put("noise", noise());
        all.put("t", "s + " + Draws.logistic("noise"));
        all.put("y", target());
        return nested("range(" + from + ", " + to + ") AS numbers(i)", all);
    }

    private String noise() {
        String plain = uniform("noise");
        if (forced.isEmpty()) {
            return plain;
        }
        String least = "(1e0 / (1e0 + exp(s - " + dialect.number(cuts()[cuts().length - 1]) + ")))";
        return "CASE WHEN " + forced + " THEN " + least + " + (1e0 - " + least + ") * " + plain + " ELSE " + plain
                + " END";
    }

    private double[] cuts() {
        double last = rare ? 4.0 : 1.2;
        return recipe.task() == Task.BINARY ? new double[] {last} : new double[] {-1.2, rare ? 4.0 : 1.5};
    }

    private String target() {
        if (isRegression()) {
            return "round(100e0 + 10e0 * t, 2)";
        }
        StringBuilder classes = new StringBuilder("0");
        for (double cut : cuts()) {
            classes.append(" + CAST(t > ").append(dialect.number(cut)).append(" AS INTEGER)");
        }
        return classes.toString();
    }

    /** One subquery for each depth at which an expression stands on others. */
    private static String nested(String from, Map<String, String> expressions) {
        Map<String, Integer> depths = new LinkedHashMap<>();
        expressions.keySet().forEach(name -> depth(name, expressions, depths));
        int deepest = depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        String query = "SELECT i FROM " + from;
        for (int depth = 1; depth <= deepest; depth++) {
            StringBuilder next = new StringBuilder("SELECT *");
            for (Map.Entry<String, String> entry : expressions.entrySet()) {
                if (depths.getOrDefault(entry.getKey(), 1) == depth) {
                    next.append(", ").append(entry.getValue()).append(" AS ").append(entry.getKey());
                }
            }
            query = next + " FROM (" + query + ")";
        }
        return query;
    }

    private static int depth(String name, Map<String, String> expressions, Map<String, Integer> depths) {
        if (depths.containsKey(name)) {
            return depths.getOrDefault(name, 1);
        }
        int depth = 1;
        Matcher words = WORD.matcher(expressions.getOrDefault(name, ""));
        while (words.find()) {
            if (!words.group().equals(name) && expressions.containsKey(words.group())) {
                depth = Math.max(depth, 1 + depth(words.group(), expressions, depths));
            }
        }
        depths.put(name, depth);
        return depth;
    }
}
