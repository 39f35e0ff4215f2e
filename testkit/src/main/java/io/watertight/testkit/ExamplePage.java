package io.watertight.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A check's page, taken apart: its headings and its executable examples, which are fenced blocks whose first line reads
 * {@code sql bad --target y} or {@code sql good --target y}.
 *
 * @param title the first heading
 * @param headings the second-level headings, in order
 * @param examples the examples, in order
 */
public record ExamplePage(String title, List<String> headings, List<Example> examples) {

    /**
     * One example.
     *
     * @param bad whether the check must find something
     * @param flags what is declared
     * @param query the table, as a DuckDB query
     */
    public record Example(boolean bad, String flags, String query) {}

    /** The headings every page has, in this order. */
    public static final List<String> HEADINGS =
            List.of("What it finds", "Why it misleads", "Example", "Fix", "Limits", "References");

    private static final Pattern BLOCK =
            Pattern.compile("^```sql (bad|good)([^\\n]*)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    public static ExamplePage parse(String markdown) {
        List<Example> examples = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            examples.add(new Example(
                    block.group(1).equals("bad"),
                    block.group(2).strip(),
                    block.group(3).strip()));
        }
        String title = markdown.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse("");
        List<String> headings = markdown.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .toList();
        return new ExamplePage(title, headings, examples);
    }
}
