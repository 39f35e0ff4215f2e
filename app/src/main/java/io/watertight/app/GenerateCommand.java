package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Task;
import io.watertight.core.study.Words;
import io.watertight.engine.duckdb.TableWriter;
import io.watertight.engine.generate.Leak;
import io.watertight.engine.generate.Leaks;
import io.watertight.engine.generate.TableGenerator;
import io.watertight.engine.generate.TableRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes tables whose leaks are known. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "watertight generate FILE [--rows N] [--columns N] [--leaks LEAK,...] [OPTIONS]",
            "       watertight generate --list"
        },
        header = "Writes a table of any size with planted leaks and an answer key, for demonstrations and tests.",
        description =
                "%nThe target follows a logistic model of honest features of known weight; leaks are added to that. A row depends on the"
                        + " seed and its number alone, so the same call gives the same table everywhere. The key beside it (FILE.key.json)"
                        + " names each leak, its columns or rows, the checks that are to report it, and the audit to run.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "2:wrong use, or the file cannot be written", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight generate demo.csv --leaks target-copy,missingness,group",
            "  watertight generate clean.parquet --rows 1000000 --leaks none",
            "  watertight generate train.parquet --test test.parquet --leaks duplicates,scaling --task regression",
            "  watertight generate big.parquet --rows 100000000 --columns 20 --memory 4GB"
        })
final class GenerateCommand implements Callable<Integer> {

    private static final List<String> USUAL = List.of("target-copy", "missingness", "pure-subgroup");

    private final Shell shell;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "What to write: .parquet or .csv.")
    @Nullable
    String file;

    @Option(names = "--rows", paramLabel = "N", description = "Rows, 10000 unless told.")
    long rows = 10_000;

    @Option(
            names = "--columns",
            paramLabel = "N",
            description = "Columns in all, target, id and leaks included; 20 unless told.")
    int columns = 20;

    @Option(
            names = "--leaks",
            paramLabel = "LEAK",
            description = "What to plant, comma-separated or repeated: names that --list tells, all, or none."
                    + " Unless told: target-copy, missingness, pure-subgroup.")
    List<String> leaks = new ArrayList<>();

    @Option(names = "--task", paramLabel = "TASK", description = "binary, multiclass or regression.")
    String task = "binary";

    @Option(names = "--test", paramLabel = "FILE", description = "Write a test table, too.")
    @Nullable
    String test;

    @Option(names = "--test-rows", paramLabel = "N", description = "Its rows; a quarter of --rows unless told.")
    @Nullable
    Long testRows;

    @Option(names = "--force", description = "Overwrite what is there.")
    boolean force;

    @Option(names = "--list", description = "List the leaks that can be planted, and write nothing.")
    boolean list;

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    MachineOptions machine = new MachineOptions();

    GenerateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (list) {
            shell.out().print(catalogue());
            return ExitCode.OK;
        }
        if (file == null) {
            throw new WatertightException("No file to write was named.", "begin with: watertight generate demo.csv");
        }
        Path target = shell.path(file);
        Optional<Path> beside = Optional.ofNullable(test).map(shell::path);
        Path key = target.resolveSibling(target.getFileName() + ".key.json");
        TableRecipe recipe = recipe(beside.isPresent());
        formatOf(target);
        beside.ifPresent(GenerateCommand::formatOf);
        List<Path> files = new ArrayList<>(List.of(target, key));
        beside.ifPresent(files::add);
        refuse(files);
        machine.withProgress(shell, progress -> {
            write(recipe, target, beside, key, progress);
            return files;
        });
        if (!machine.quiet) {
            beside.ifPresentOrElse(
                    path -> shell.note("Written: " + target + " and " + path + ", answers in " + key),
                    () -> shell.note("Written: " + target + ", answers in " + key));
        }
        return ExitCode.OK;
    }

    private TableRecipe recipe(boolean tested) {
        if (testRows != null && !tested) {
            throw new WatertightException(
                    "--test-rows " + testRows + " is given, but no test table.", "name one: --test test.parquet");
        }
        Task wanted = Words.read(Task.class, task, "--task");
        long testing = !tested ? 0 : testRows == null ? Math.max(1, rows / 4) : testRows;
        return new TableRecipe(rows, testing, columns, machine.seed(), wanted, planted(wanted, tested));
    }

    private List<Leak> planted(Task wanted, boolean tested) {
        List<String> names = leaks.isEmpty() ? USUAL : WordList.of(leaks);
        if (names.equals(List.of("none"))) {
            return List.of();
        }
        if (names.equals(List.of("all")) || leaks.isEmpty()) {
            return Leaks.all().stream()
                    .filter(leak -> names.contains("all") || names.contains(leak.name()))
                    .filter(leak -> leak.suits(wanted) && (tested || !leak.needsTest()))
                    .toList();
        }
        return names.stream().map(Leaks::named).toList();
    }

    private static String formatOf(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            return "parquet";
        }
        if (name.endsWith(".csv")) {
            return "csv";
        }
        throw new WatertightException(
                "The table " + file.getFileName() + " is neither .parquet nor .csv.", "call it demo.parquet");
    }

    private void refuse(List<Path> files) {
        for (Path one : files) {
            if (Files.isDirectory(one)) {
                throw new WatertightException(one + " is a folder.", "name a file in it");
            }
            if (Files.exists(one) && !force) {
                throw new WatertightException(one + " is there already.", "name another file, or add --force");
            }
        }
        if (files.stream().distinct().count() < files.size()) {
            throw new WatertightException("Two of the files to write are the same.", "name another --test");
        }
    }

    /** Whole files or none: all are written aside, and the key, which says that the rest is whole, is put in place last. */
    private void write(TableRecipe recipe, Path target, Optional<Path> beside, Path key, Progress progress) {
        Map<Path, Path> drafts = new LinkedHashMap<>();
        try (TableWriter writer = new TableWriter(machine.resources())) {
            TableGenerator generator = new TableGenerator(recipe, writer);
            try {
                generator.write(false, draft(target, drafts), formatOf(target), progress);
                if (beside.isPresent()) {
                    Path second = beside.get();
                    generator.write(true, draft(second, drafts), formatOf(second), progress);
                }
                String answers = AnswerKeyJson.write(generator.key(), target, beside);
                Files.deleteIfExists(key);
                for (Map.Entry<Path, Path> one : drafts.entrySet()) {
                    Files.move(one.getValue(), one.getKey(), StandardCopyOption.REPLACE_EXISTING);
                }
                OutputPlan.save(key, answers, shell);
            } finally {
                for (Path draft : drafts.values()) {
                    Files.deleteIfExists(draft);
                    shell.cancellation().end(draft);
                }
            }
        } catch (IOException problem) {
            throw new WatertightException(
                    "The table " + target + " cannot be written: " + problem.getMessage() + ".",
                    "you may not write there, or the disk is full: name another place",
                    problem);
        }
    }

    private Path draft(Path place, Map<Path, Path> drafts) throws IOException {
        Path folder = Optional.ofNullable(place.toAbsolutePath().getParent()).orElse(shell.folder());
        Files.createDirectories(folder);
        Path draft = folder.resolve(
                "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        drafts.put(place, draft);
        shell.cancellation().begin(draft);
        return draft;
    }

    private static String catalogue() {
        StringBuilder out = new StringBuilder();
        for (Leak leak : Leaks.all()) {
            List<String> tasks = Arrays.stream(Task.values())
                    .filter(leak::suits)
                    .map(Words::of)
                    .toList();
            out.append(String.format(
                    Locale.ROOT,
                    "%-16s %s%s%s%n",
                    leak.name(),
                    leak.tells(),
                    tasks.size() == Task.values().length ? "" : " (" + String.join(", ", tasks) + ")",
                    leak.needsTest() ? " (with --test)" : ""));
        }
        return out.append(
                        "Several: --leaks target-copy,group. All that suit: --leaks all. An innocent table: --leaks none.\n")
                .toString();
    }
}
