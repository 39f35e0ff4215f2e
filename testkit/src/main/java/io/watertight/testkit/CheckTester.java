package io.watertight.testkit;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.Finding;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Engines;
import io.watertight.core.engine.ModelAnswers;
import io.watertight.core.engine.Progress;
import io.watertight.core.study.Declaration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Runs one check on one small table through the real engine.
 *
 * <pre>{@code
 * CheckTester.of(new TargetCopy()).sql("SELECT i % 2 AS y, i % 2 AS copy FROM range(100) t(i)").declare("--target y").findings()
 * }</pre>
 *
 * Immutable; each step returns a new tester.
 */
public final class CheckTester {

    private final Check<?> check;
    private final String query;
    private final String csv;
    private final String flags;
    private final AuditOptions options;

    private CheckTester(Check<?> check, String query, String csv, String flags, AuditOptions options) {
        this.check = check;
        this.query = query;
        this.csv = csv;
        this.flags = flags;
        this.options = options;
    }

    public static CheckTester of(Check<?> check) {
        return new CheckTester(check, "", "", "", AuditOptions.DEFAULT);
    }

    /** The table as a query that DuckDB runs, e.g. over {@code range(1000) t(i)}; {@code part} may hold train and test. */
    public CheckTester sql(String select) {
        return new CheckTester(check, select, "", flags, options);
    }

    /** The table as CSV text with a header. */
    public CheckTester csv(String text) {
        return new CheckTester(check, "", text, flags, options);
    }

    /** What a user would declare, as on the command line: {@code --target y --split part --known-at 'c=after-outcome'}. */
    public CheckTester declare(String commandLine) {
        return new CheckTester(check, query, csv, commandLine, options);
    }

    public CheckTester with(AuditOptions other) {
        return new CheckTester(check, query, csv, flags, other);
    }

    /** The findings; fails when the check itself failed or was skipped. */
    public List<Finding> findings() {
        CheckResult result = result();
        if (result.status() == CheckStatus.FAILED || result.status() == CheckStatus.SKIPPED) {
            throw new AssertionError(check.info().id() + " " + result.status() + ": " + result.reason());
        }
        return result.findings();
    }

    /** The only finding; fails when there is another number of them. */
    public Finding finding() {
        List<Finding> found = findings();
        if (found.size() != 1) {
            throw new AssertionError("expected one finding of " + check.info().id() + " but there are " + found);
        }
        return found.get(0);
    }

    /** How the check ended, whatever that is. */
    public CheckResult result() {
        return report().checks().get(0);
    }

    /** The whole report of an audit with this check alone. */
    public AuditReport report() {
        try {
            Path folder = Files.createTempDirectory("watertight-check");
            try {
                Path table = folder.resolve(csv.isEmpty() ? "table.parquet" : "table.csv");
                if (csv.isEmpty()) {
                    SqlTable.write(query, table);
                } else {
                    Files.writeString(table, csv);
                }
                return audit(Flags.parse(flags)
                        .data(List.of(table.toString()))
                        .name("table")
                        .build());
            } finally {
                SqlTable.deleteFolder(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private AuditReport audit(Declaration declaration) {
        Engine engine = Engines.find(Optional.empty());
        return new Audit(
                        engine,
                        ServiceLoader.load(ModelAnswers.class).findFirst(),
                        Catalogue.of(check),
                        options,
                        Progress.NONE)
                .run(declaration);
    }
}
