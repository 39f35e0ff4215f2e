package io.watertight.code.internal.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Random programs together with the trees that they must become, from a small grammar of our own. Brackets stand around every operation. */
final class RandomPrograms {

    /** Some code and its tree as {@link Trees} writes it. */
    record Piece(String code, String tree) {}

    private static final List<String> NAMES = List.of("x", "größe", "df", "X_train", "match", "fit", "变量");
    private static final List<String> OPERATORS =
            List.of("+", "-", "*", "/", "//", "%", "@", "<<", ">>", "&", "|", "^", "**");
    private static final List<String> COMPARISONS =
            List.of("<", "<=", "==", "!=", ">", ">=", "in", "not in", "is", "is not");

    private final Random random;

    RandomPrograms(Random random) {
        this.random = random;
    }

    Piece program() {
        List<Piece> statements = statements("", 3);
        return new Piece(String.join("", statements.stream().map(Piece::code).toList()), list(statements));
    }

    private List<Piece> statements(String indent, int depth) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> statement(indent, depth))
                .toList();
    }

    private Piece statement(String indent, int depth) {
        Piece simple = depth == 0 || random.nextInt(3) > 0 ? simple() : null;
        if (simple != null) {
            return new Piece(
                    noise(indent) + indent + simple.code + (random.nextInt(5) == 0 ? "  # 😀 (\n" : "\n"), simple.tree);
        }
        String deeper = indent + (random.nextBoolean() ? "    " : "\t");
        Piece test = expression(2);
        List<Piece> body = statements(deeper, depth - 1);
        String block = String.join("", body.stream().map(Piece::code).toList());
        return switch (random.nextInt(5)) {
            case 0 ->
                new Piece(indent + "if " + test.code + ":\n" + block, "If(" + test.tree + " " + list(body) + " [])");
            case 1 ->
                new Piece(
                        indent + "for x in " + test.code + ":\n" + block + indent + "else: pass\n",
                        "For(x " + test.tree + " " + list(body) + " [Pass()])");
            case 2 ->
                new Piece(
                        indent + "with " + test.code + " as y:\n" + block,
                        "With([Context(" + test.tree + " y)] " + list(body) + ")");
            case 3 ->
                new Piece(
                        indent + "def f(a, *, b=" + test.code + "):\n" + block,
                        "FunctionDefinition(f Parameters([Parameter(a -)] [Parameter(b " + test.tree + ")] - -) "
                                + list(body) + " [])");
            default ->
                new Piece(
                        indent + "while " + test.code + ":\n" + block,
                        "While(" + test.tree + " " + list(body) + " [])");
        };
    }

    private Piece simple() {
        Piece value = expression(3);
        Piece target = random.nextBoolean() ? name() : subscript(1);
        return switch (random.nextInt(5)) {
            case 0 -> new Piece(value.code, "Evaluate(" + value.tree + ")");
            case 1 ->
                new Piece(
                        target.code + " += " + value.code, "AugmentedAssign(" + target.tree + " + " + value.tree + ")");
            case 2 -> new Piece("del " + target.code, "Delete([" + target.tree + "])");
            case 3 -> new Piece("import a.b as c", "Import([Imported(a.b c)])");
            default -> new Piece(target.code + " = " + value.code, "Assign([" + target.tree + "] " + value.tree + ")");
        };
    }

    private Piece expression(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? constant() : name();
        }
        Supplier<Piece> next = () -> expression(depth - 1);
        Piece a = next.get();
        Piece b = next.get();
        return switch (random.nextInt(9)) {
            case 0 -> call(a, b, depth);
            case 1 -> subscript(depth);
            case 2 -> {
                String operator = OPERATORS.get(random.nextInt(OPERATORS.size()));
                yield new Piece(
                        "(" + a.code + space() + operator + space() + b.code + ")",
                        "Binary(" + a.tree + " " + operator + " " + b.tree + ")");
            }
            case 3 -> {
                String operator = COMPARISONS.get(random.nextInt(COMPARISONS.size()));
                yield new Piece(
                        "(" + a.code + " " + operator + " " + b.code + ")",
                        "Comparison(" + a.tree + " [" + operator + "] [" + b.tree + "])");
            }
            case 4 ->
                new Piece("(" + a.code + " if " + b.code + " else 1)", "Conditional(" + b.tree + " " + a.tree + " 1)");
            case 5 ->
                new Piece("[" + a.code + "," + space() + b.code + "]", "ListDisplay([" + a.tree + " " + b.tree + "])");
            case 6 -> new Piece("{" + a.code + ":" + b.code + "}", "DictDisplay([" + a.tree + "] [" + b.tree + "])");
            case 7 ->
                new Piece(
                        "[" + a.code + " for x in " + b.code + " if y]",
                        "Comprehension(LIST " + a.tree + " - [Clause(x " + b.tree + " [y])])");
            default -> new Piece("(not " + a.code + ")", "Unary(not " + a.tree + ")");
        };
    }

    private Piece call(Piece a, Piece b, int depth) {
        Piece function = depth == 1 ? name() : subscript(1);
        return new Piece(
                function.code + ".fit(" + space() + a.code + ", k=" + b.code + ")",
                "Call(Attribute(" + function.tree + " fit) [Argument('' " + a.tree + ") Argument(k " + b.tree + ")])");
    }

    private Piece subscript(int depth) {
        Piece name = name();
        Piece index = expression(depth - 1);
        return new Piece(
                name.code + "[" + index.code + ":]", "Subscript(" + name.tree + " Slice(" + index.tree + " - -))");
    }

    private Piece name() {
        String name = NAMES.get(random.nextInt(NAMES.size()));
        return new Piece(name, name);
    }

    private Piece constant() {
        return switch (random.nextInt(5)) {
            case 0 -> new Piece("'😀 # ('", "'😀 # ('");
            case 1 -> new Piece("'''a\n(b'''", "'a\n(b'");
            case 2 -> new Piece("1.5", "1.5");
            case 3 -> new Piece("True", "True");
            default -> new Piece("17", "17");
        };
    }

    private String space() {
        return List.of("", " ", "\n   ", " # )\n").get(random.nextInt(4));
    }

    private String noise(String indent) {
        return List.of("", "", "\n", indent + "# comment '\n", "   # odd\n").get(random.nextInt(5));
    }

    private static String list(List<Piece> pieces) {
        return "[" + String.join(" ", pieces.stream().map(Piece::tree).toList()) + "]";
    }

    /** The code with one to three slips: characters or lines lost, doubled, swapped or made up. */
    String mutant(String code) {
        String mutant = code;
        for (int slip = 0; slip <= random.nextInt(3); slip++) {
            int at = random.nextInt(mutant.length() + 1);
            int end = Math.min(mutant.length(), at + 1 + random.nextInt(4));
            var lines = new ArrayList<>(List.of(mutant.split("\n", -1)));
            int line = random.nextInt(lines.size());
            mutant = switch (random.nextInt(5)) {
                case 0 -> mutant.substring(0, at) + mutant.substring(end);
                case 1 -> mutant.substring(0, at) + made() + mutant.substring(at);
                case 2 -> {
                    lines.remove(line);
                    yield String.join("\n", lines);
                }
                case 3 -> {
                    lines.add(random.nextInt(lines.size()), lines.get(line));
                    yield String.join("\n", lines);
                }
                default -> mutant.substring(0, at) + mutant.substring(at, end).repeat(3) + mutant.substring(end);
            };
        }
        return mutant;
    }

    private String made() {
        return List.of(
                        "(", ")", "[", "'", "\"\"\"", "f'{", ":", "\\", "\t", "\0", "\uD83D", "=", "lambda ", "{", "@",
                        ";", "0x", "€", "\f", "%", "!", "def ", "t'{")
                .get(random.nextInt(23));
    }
}
