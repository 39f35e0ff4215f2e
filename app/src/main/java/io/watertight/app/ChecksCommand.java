package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.lint.LintRule;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lists the checks. */
@Command(
        name = "checks",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header =
                "Lists the checks of data and the rules about code: id, what it finds, category, severity, what it needs.",
        footer = "%nThe page of one of them: watertight explain ID")
final class ChecksCommand implements Callable<Integer> {

    private final Shell shell;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or markdown.")
    String format = "text";

    ChecksCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<Check<?>> catalogue = Catalogue.load().checks();
        List<CheckInfo> checks = catalogue.stream().map(Check::info).toList();
        switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> shell.out().print(text(checks, CodeRules.all()));
            case "json" -> shell.out().println(json(checks, CodeRules.all()));
            case "markdown" -> shell.out().print(CataloguePage.of(catalogue, CodeRules.all()));
            default ->
                throw new WatertightException(
                        "There is no format '" + format + "' for the list of checks.",
                        "it is one of text, json, markdown");
        }
        return ExitCode.OK;
    }

    private static String text(List<CheckInfo> checks, List<LintRule> rules) {
        int longest = Stream.concat(
                        checks.stream().map(CheckInfo::id), rules.stream().map(LintRule::id))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (CheckInfo check : checks) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, longest) + "s  %-4s  %-7s  %s%s%n",
                    check.id(),
                    check.category().code(),
                    Words.of(check.severity()),
                    check.title(),
                    check.requires().length == 0 ? "" : " (needs " + CataloguePage.needs(check) + ")"));
        }
        out.append("\nRules about code (watertight lint)\n");
        for (LintRule rule : rules) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, longest) + "s  %-4s  %-7s  %s (%s)%n",
                    rule.id(),
                    rule.category().code(),
                    Words.of(rule.severity()),
                    rule.title(),
                    rule.family()));
        }
        return out.append(checks.size())
                .append(" checks of data, ")
                .append(rules.size())
                .append(" of code. Why one matters: watertight explain ID\n")
                .toString();
    }

    private static String json(List<CheckInfo> checks, List<LintRule> rules) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (CheckInfo check : checks) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("kind", "data");
            entry.put("id", check.id());
            entry.put("title", check.title());
            entry.put("category", check.category().code());
            entry.put("severity", Words.of(check.severity()));
            entry.put("requires", Arrays.stream(check.requires()).map(Words::of).toList());
            list.add(entry);
        }
        for (LintRule rule : rules) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("kind", "code");
            entry.put("id", rule.id());
            entry.put("title", rule.title());
            entry.put("category", rule.category().code());
            entry.put("severity", Words.of(rule.severity()));
            entry.put("family", rule.family());
            list.add(entry);
        }
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(list);
    }
}
