package io.watertight.app.report;

import io.watertight.core.check.Category;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a model info sheet says of one failure mode. All text is plain.
 *
 * @param category the mode
 * @param title what it is called
 * @param claim what somebody claims who reports the score
 * @param established what this run itself shows
 * @param standing how far the run bears the claim out, in a few words
 * @param audit what the audit says, its result first
 * @param question what is left to a person
 * @param answer what somebody answered, with name and date
 * @param open what else nobody has said
 */
record ModeEntry(
        Category category,
        String title,
        String claim,
        List<String> established,
        String standing,
        List<String> audit,
        String question,
        Optional<String> answer,
        List<String> open) {

    ModeEntry {
        established = List.copyOf(established);
        audit = List.copyOf(audit);
        open = List.copyOf(open);
    }

    String code() {
        return category.code();
    }

    /** How many questions nobody has answered. */
    int unanswered() {
        return open.size() + (answer.isPresent() ? 0 : 1);
    }

    SheetSection section() {
        List<String> lines = new ArrayList<>();
        lines.add("Claim: " + claim);
        established.forEach(line -> lines.add("Established by the run: " + line));
        audit.forEach(line -> lines.add("Audit: " + line));
        lines.add((answer.isPresent() ? "Asked: " : "Left to a person: ") + question);
        answer.ifPresent(lines::add);
        open.forEach(line -> lines.add("Left to a person: " + line));
        return new SheetSection(
                "mode-" + code().toLowerCase(Locale.ROOT).replace('.', '-'), code() + " " + title, lines, List.of());
    }
}
