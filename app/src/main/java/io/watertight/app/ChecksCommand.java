package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.check.Need;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Lists the checks. */
@Command(
        name = "checks",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Lists the checks: id, what it finds, category, severity, what it needs.",
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
        List<CheckInfo> checks =
                Catalogue.load().checks().stream().map(Check::info).toList();
        switch (format.toLowerCase(Locale.ROOT)) {
            case "text" -> shell.out().print(text(checks));
            case "json" -> shell.out().println(json(checks));
            case "markdown" -> shell.out().print(markdown(checks));
            default ->
                throw new WatertightException(
                        "There is no format '" + format + "' for the list of checks.",
                        "it is one of text, json, markdown");
        }
        return ExitCode.OK;
    }

    private static String text(List<CheckInfo> checks) {
        int longest =
                checks.stream().mapToInt(check -> check.id().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (CheckInfo check : checks) {
            out.append(String.format(
                    Locale.ROOT,
                    "%-" + Math.max(1, longest) + "s  %-4s  %-7s  %s%s%n",
                    check.id(),
                    check.category().code(),
                    Words.of(check.severity()),
                    check.title(),
                    check.requires().length == 0 ? "" : " (needs " + needs(check) + ")"));
        }
        return out.append(checks.size())
                .append(" checks. Why one matters: watertight explain ID\n")
                .toString();
    }

    private static String markdown(List<CheckInfo> checks) {
        StringBuilder out =
                new StringBuilder("| Check | What it finds | Category | Severity | Needs |\n|---|---|---|---|---|\n");
        for (CheckInfo check : checks) {
            out.append("| `").append(check.id()).append("` | ").append(check.title());
            out.append(" | ").append(check.category().code()).append(" | ").append(Words.of(check.severity()));
            out.append(" | ").append(needs(check)).append(" |\n");
        }
        return out.toString();
    }

    private static String json(List<CheckInfo> checks) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (CheckInfo check : checks) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("id", check.id());
            entry.put("title", check.title());
            entry.put("category", check.category().code());
            entry.put("severity", Words.of(check.severity()));
            entry.put("requires", Arrays.stream(check.requires()).map(Words::of).toList());
            list.add(entry);
        }
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(list);
    }

    private static String needs(CheckInfo check) {
        return Arrays.stream(check.requires())
                .map(Need::name)
                .map(ChecksCommand::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
