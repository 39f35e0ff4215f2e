package io.watertight.core.report;

import io.watertight.core.check.Finding;
import io.watertight.core.check.FlowStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way from the source to the model as SARIF has it.
 *
 * @param related each step, numbered from 1
 * @param codeFlows one flow for each finding about code; none without steps
 */
record SarifFlow(List<Sarif.Location> related, List<Sarif.CodeFlow> codeFlows) {

    SarifFlow {
        related = List.copyOf(related);
        codeFlows = List.copyOf(codeFlows);
    }

    /** The flow of a finding about code. */
    static SarifFlow of(Finding finding) {
        return new Writer().add(finding).end();
    }

    /** The lines of code that support a story, each with its flow. */
    static SarifFlow ofStory(Finding story) {
        Writer writer = new Writer();
        for (Finding code : CodeProof.within(story)) {
            if (!code.equals(story)) {
                code.subject()
                        .place()
                        .ifPresent(place -> writer.related.add(LintSarif.location(
                                place, Optional.of(writer.related.size() + 1), CodeProof.where(code, story))));
            }
            writer.add(code);
        }
        return writer.end();
    }

    private static final class Writer {

        private final List<Sarif.Location> related = new ArrayList<>();
        private final List<Sarif.CodeFlow> codeFlows = new ArrayList<>();

        private Writer add(Finding finding) {
            List<Sarif.ThreadFlowLocation> steps = new ArrayList<>();
            for (FlowStep step : finding.evidence().flow()) {
                String text = step.role() + ": " + step.message();
                related.add(LintSarif.location(step.place(), Optional.of(related.size() + 1), text));
                steps.add(new Sarif.ThreadFlowLocation(
                        LintSarif.location(step.place(), Optional.empty(), text), List.of(step.role())));
            }
            if (!steps.isEmpty()) {
                codeFlows.add(new Sarif.CodeFlow(List.of(new Sarif.ThreadFlow(steps))));
            }
            return this;
        }

        private SarifFlow end() {
            return new SarifFlow(related, codeFlows);
        }
    }
}
