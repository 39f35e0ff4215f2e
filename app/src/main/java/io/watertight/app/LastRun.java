package io.watertight.app;

import io.watertight.core.WatertightException;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Question;
import io.watertight.core.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the numbers of the last report stand for, so that a person can answer, accept and ask why by number. Holds no cell values.
 *
 * @param study the text of a study file that declares what was audited
 * @param columns every column of the table
 * @param findings in the order of the report
 * @param questions in the order of the report
 */
record LastRun(String study, List<String> columns, List<Known> findings, List<Asked> questions) {

    private static final String FOLDER = ".watertight";
    private static final String FILE = "last.json";

    /**
     * A finding of that run.
     *
     * @param fingerprint its stable name
     * @param check what found it
     * @param text the finding with its evidence
     */
    record Known(String fingerprint, String check, String text) {}

    /**
     * A question of that run.
     *
     * @param fingerprint its stable name
     * @param text as it was asked
     * @param answers flags that answer it
     * @param columns columns it is about
     */
    record Asked(String fingerprint, String text, List<String> answers, List<String> columns) {}

    static LastRun of(AuditReport report, String study) {
        List<Known> findings = new ArrayList<>();
        for (Finding finding : report.findings()) {
            findings.add(new Known(finding.fingerprint(), finding.check(), FindingText.of(finding)));
        }
        List<Asked> questions = new ArrayList<>();
        for (Question question : report.questions()) {
            questions.add(new Asked(question.fingerprint(), question.text(), question.answers(), question.columns()));
        }
        List<String> columns =
                report.study().columns().stream().map(column -> column.name()).toList();
        return new LastRun(study, columns, findings, questions);
    }

    /** @throws WatertightException if nothing is remembered in that folder */
    static LastRun read(Path folder) {
        Path file = folder.resolve(FOLDER).resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new WatertightException(
                    "No audit is remembered in this folder.", "run first: watertight audit FILE --target COLUMN");
        }
        try {
            return new JsonMapper().readValue(Files.readString(file), LastRun.class);
        } catch (IOException | JacksonException damaged) {
            throw new WatertightException(
                    file + " cannot be read.", "run the audit again, which writes it anew", damaged);
        }
    }

    static boolean exists(Path folder) {
        return Files.isRegularFile(folder.resolve(FOLDER).resolve(FILE));
    }

    /** Remembers this run. */
    void write(Path folder) throws IOException {
        Path place = folder.resolve(FOLDER);
        Files.createDirectories(place);
        WholeFile.write(place.resolve(FILE), new JsonMapper().writeValueAsString(this));
    }

    /** @throws WatertightException if there is no finding of that number or fingerprint */
    Known finding(String which) {
        if (which.matches("\\d{1,4}")) {
            return item(findings, which, "finding");
        }
        List<Known> matching = findings.stream()
                .filter(finding -> which.length() >= 4 && finding.fingerprint().startsWith(which))
                .toList();
        if (matching.size() == 1) {
            return matching.get(0);
        }
        throw new WatertightException(
                "The last audit has no finding '" + which + "'.",
                "use its number, 1 to " + findings.size()
                        + ", or the fingerprint that 'watertight explain NUMBER' shows");
    }

    /** @throws WatertightException if there is no question of that number */
    Asked question(String which) {
        return item(questions, which, "question");
    }

    private static <T> T item(List<T> items, String which, String what) {
        int number = which.matches("\\d{1,4}") ? Integer.parseInt(which) : 0;
        if (number < 1 || number > items.size()) {
            throw new WatertightException(
                    "The last audit has no " + what + " " + which + ".",
                    items.isEmpty()
                            ? "there is nothing left to settle: it had none"
                            : "use a number from 1 to " + items.size());
        }
        return items.get(number - 1);
    }
}
