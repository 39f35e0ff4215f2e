package io.watertight.core.study;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wrote down about the columns of a table: a CSV file that names columns, what they mean and when they are known
 * (headers: column, meaning, known-at), in any order and case; other columns are ignored.
 *
 * @param meanings by column name; columns without one are left out
 * @param knownAt by column name or pattern; columns without one are left out
 */
public record DataDictionary(Map<String, String> meanings, Map<String, KnownAt> knownAt) {

    private static final List<String> HEADERS = List.of("column", "meaning", "known-at");

    public DataDictionary {
        meanings = Collections.unmodifiableMap(new LinkedHashMap<>(meanings));
        knownAt = Collections.unmodifiableMap(new LinkedHashMap<>(knownAt));
    }

    /**
     * Reads the text of a dictionary; fields are separated by comma, semicolon or tab, whichever the header uses.
     *
     * @param text the whole file
     * @param file its name, for messages
     * @throws WatertightException if there is no header {@code column}, or a known-at cannot be read
     */
    public static DataDictionary parse(String text, String file) {
        List<List<String>> rows = DelimitedText.rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.isEmpty()) {
            throw new WatertightException(
                    "The data dictionary " + file + " is empty.", "its first line should be: column,meaning,known-at");
        }
        List<String> headers = rows.get(0).stream()
                .map(header -> header.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-')
                        .replace(' ', '-'))
                .toList();
        int column = headers.indexOf(HEADERS.get(0));
        if (column < 0) {
            throw new WatertightException(
                    "The data dictionary " + file + " has no header 'column'.",
                    Spelling.nearest("column", headers)
                            .map(near -> "rename its header '" + near + "'")
                            .orElse("its first line should be: column,meaning,known-at"));
        }
        int meaning = headers.indexOf(HEADERS.get(1));
        int known = headers.indexOf(HEADERS.get(2));
        Map<String, String> meanings = new LinkedHashMap<>();
        Map<String, KnownAt> knownAt = new LinkedHashMap<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            String name = field(row, column).orElse("");
            if (!name.isEmpty()) {
                field(row, meaning).ifPresent(text1 -> meanings.put(name, text1));
                field(row, known).ifPresent(word -> knownAt.put(name, KnownAt.parse(word)));
            }
        }
        return new DataDictionary(meanings, knownAt);
    }

    private static Optional<String> field(List<String> row, int index) {
        return index < 0 || index >= row.size()
                ? Optional.empty()
                : Optional.of(row.get(index).strip()).filter(text -> !text.isEmpty());
    }

    /** Adds what this dictionary says to a declaration, which has the last word. */
    public Declaration addTo(Declaration declaration) {
        Map<String, String> allMeanings = new LinkedHashMap<>(meanings);
        allMeanings.putAll(declaration.meanings());
        Map<String, KnownAt> allKnown = new LinkedHashMap<>(knownAt);
        declaration.knownAt().keySet().forEach(allKnown::remove); // so that the declaration's come last
        allKnown.putAll(declaration.knownAt());
        return declaration.toBuilder().meanings(allMeanings).knownAt(allKnown).build();
    }

    /** The few rules of RFC 4180: quotes protect, two quotes are one, line ends may be LF, CR or both. */
    private static final class DelimitedText {

        private final String text;
        private final char delimiter;
        private int at;

        private DelimitedText(String text, char delimiter) {
            this.text = text;
            this.delimiter = delimiter;
        }

        static List<List<String>> rows(String text) {
            String first = text.lines().findFirst().orElse("");
            char delimiter = first.indexOf(',') >= 0 ? ',' : first.indexOf(';') >= 0 ? ';' : '\t';
            DelimitedText reader = new DelimitedText(text, delimiter);
            List<List<String>> rows = new ArrayList<>();
            while (reader.at < text.length()) {
                List<String> row = reader.row();
                if (!row.equals(List.of(""))) {
                    rows.add(row);
                }
            }
            return rows;
        }

        private List<String> row() {
            List<String> fields = new ArrayList<>();
            while (true) {
                fields.add(field());
                if (at < text.length() && text.charAt(at) == delimiter) {
                    at++;
                    continue;
                }
                if (at < text.length() && text.charAt(at) == '\r') {
                    at++;
                }
                if (at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                return fields;
            }
        }

        private String field() {
            StringBuilder field = new StringBuilder();
            boolean quoted = at < text.length() && text.charAt(at) == '"';
            if (quoted) {
                at++;
                while (at < text.length()) {
                    char next = text.charAt(at++);
                    boolean doubled = next == '"' && at < text.length() && text.charAt(at) == '"';
                    if (doubled) {
                        at++;
                    } else if (next == '"') {
                        break;
                    }
                    field.append(next);
                }
            }
            while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0 && text.charAt(at) != delimiter) {
                field.append(text.charAt(at++));
            }
            return field.toString();
        }
    }
}
