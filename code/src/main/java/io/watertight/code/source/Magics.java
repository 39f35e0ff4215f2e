package io.watertight.code.source;

import io.watertight.code.internal.text.LexicalState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What IPython understands beyond Python, made into Python whose every name stands where it stood.
 *
 * @param python the code, one text a line; {@code pass} where a line was no Python
 * @param otherLanguage the language of a cell that is no Python at all
 * @param runs the files that are run with {@code %run}
 */
record Magics(List<String> python, Optional<String> otherLanguage, List<String> runs) {

    /** Magics whose cell is not Python, or not run here. All others that begin with two percent signs run their cell as Python. */
    private static final Set<String> OTHER_LANGUAGES = Set.of(
            "!",
            "HTML",
            "R",
            "SVG",
            "ai",
            "asciidoc",
            "bash",
            "bigquery",
            "cmd",
            "configure",
            "css",
            "cypher",
            "cython",
            "file",
            "fortran",
            "graphql",
            "html",
            "java",
            "javascript",
            "js",
            "julia",
            "latex",
            "local_bash",
            "markdown",
            "md",
            "mermaid",
            "mojo",
            "octave",
            "perl",
            "pypy",
            "python",
            "python2",
            "python3",
            "ruby",
            "rust",
            "scala",
            "script",
            "sh",
            "shell",
            "spark_sql",
            "sparql",
            "sparksql",
            "sql",
            "stan",
            "svg",
            "system",
            "sx",
            "writefile",
            "zsh");

    private static final Pattern CELL = Pattern.compile("%%\\s*(!|\\w+)?.*");
    private static final Pattern TIMED =
            Pattern.compile("(\\s*)(%(?:time|timeit|prun|memit|snakeviz)\\s+(?:-\\w+\\s*(?:\\d+\\s+)?)*)(\\S.*)");
    private static final Pattern COMPOUND = Pattern.compile("(?:for|while|if|with|try|async|def|class)\\b.*");
    private static final Pattern RUN = Pattern.compile("\\s*%run\\s+(?:-\\w+\\s+)*[\"']?([^\"'\\s]+).*");
    private static final Pattern ASSIGNED =
            Pattern.compile("(\\s*[\\w.]+(?:\\[[^\\]]*\\])*(?:\\s*,\\s*[\\w.]+)*\\s*=\\s*)(?:!.+|%\\s*\\w.*)");
    private static final Pattern HELP =
            Pattern.compile("\\s*(?:\\?{1,2}\\s*[%\\w.*]+|%{0,2}[\\w.*\\[\\]'\"()]+\\s?\\?{1,2})\\s*;?\\s*(?:#.*)?");
    private static final Pattern INSTALL =
            Pattern.compile("\\s*(?:pip3?|conda|mamba)\\s+(?:install|uninstall|list|freeze|show|update|upgrade)\\b.*");
    private static final Pattern COMMAND = Pattern.compile(
            "(?:cd|ls|cat|mkdir|rm|cp|mv|rmdir|clear|matplotlib|autoreload|load_ext|reload_ext)\\s+[\\w./~].*");

    Magics {
        python = List.copyOf(python);
        runs = List.copyOf(runs);
    }

    /** @param interactive whether commands without any sign, such as {@code pip install x}, are understood too, as in a notebook */
    static Magics read(List<String> lines, boolean interactive) {
        var python = new ArrayList<String>();
        var runs = new ArrayList<String>();
        var state = new LexicalState();
        boolean command = false;
        boolean begun = false;
        for (String line : lines) {
            String text = line.strip();
            if (!begun && interactive && text.startsWith("%%")) {
                String magic = cellMagic(text);
                if (OTHER_LANGUAGES.contains(magic)) {
                    return new Magics(List.of(), Optional.of("%%" + magic), runs);
                }
                python.add(pass(line));
                continue;
            }
            begun |= !text.isEmpty() && !text.startsWith("#");
            String code = command ? "" : state.atStart() ? statement(line, text, interactive, runs) : line;
            // A command goes on after a backslash, as in a shell.
            command = (command || !code.equals(line)) && text.endsWith("\\");
            python.add(code);
            state.read(code);
        }
        return new Magics(python, Optional.empty(), runs);
    }

    private static String cellMagic(String text) {
        Matcher matcher = CELL.matcher(text);
        return matcher.matches() && matcher.group(1) != null ? matcher.group(1) : "";
    }

    private static String statement(String line, String text, boolean interactive, List<String> runs) {
        if (text.isEmpty() || text.startsWith("#")) {
            return line;
        }
        if (text.startsWith("%")) {
            Matcher run = RUN.matcher(line);
            if (run.matches()) {
                runs.add(run.group(1));
            }
            Matcher timed = TIMED.matcher(line);
            if (!timed.matches() || COMPOUND.matcher(timed.group(3)).matches()) {
                return pass(line);
            }
            // "0;" and blanks in the place of the magic: the statement behind it keeps its columns.
            return timed.group(1) + "0;" + " ".repeat(timed.group(2).length() - 2) + timed.group(3);
        }
        if (text.startsWith("!") || HELP.matcher(line).matches() && text.contains("?")) {
            return pass(line);
        }
        Matcher assigned = ASSIGNED.matcher(line);
        if (assigned.matches()) {
            // Some value that nobody knows.
            return assigned.group(1) + "get_ipython()";
        }
        boolean bare = interactive
                && (INSTALL.matcher(line).matches() || COMMAND.matcher(line).matches() && !text.contains("="));
        return bare ? pass(line) : line;
    }

    private static String pass(String line) {
        return line.substring(0, line.length() - line.stripLeading().length()) + "pass";
    }
}
