package io.watertight.core.check;

import java.util.List;
import java.util.Optional;

/**
 * One thing wrong in one place. Immutable.
 *
 * @param check id of the check
 * @param title the check's title
 * @param category failure mode
 * @param severity how bad if true
 * @param confidence how sure
 * @param subject what it is about
 * @param message one or two sentences, without cell values
 * @param evidence enough to disagree
 * @param fix what to change, if it can be said as an edit
 * @param question what a person must say to settle it, if anything
 * @param price what it is worth, if somebody asked
 * @param supporting findings of other checks that tell the same story
 */
public record Finding(
        String check,
        String title,
        Category category,
        Severity severity,
        Confidence confidence,
        Subject subject,
        String message,
        Evidence evidence,
        Optional<Fix> fix,
        Optional<Question> question,
        Optional<Price> price,
        List<Finding> supporting) {

    public Finding {
        supporting = List.copyOf(supporting);
    }

    public List<String> columns() {
        return subject.columns();
    }

    /** Whether it can make a study not valid: an error that is proven or high. */
    public boolean isDecisive() {
        return severity == Severity.ERROR && confidence.isSure();
    }

    /** Stable across runs: of check and subject, never of counts or row numbers. Twelve hexadecimal digits. */
    public String fingerprint() {
        return Fingerprint.of(check, subject.identity());
    }

    public Finding withSupporting(List<Finding> others) {
        return new Finding(
                check, title, category, severity, confidence, subject, message, evidence, fix, question, price, others);
    }

    public Finding withSubject(Subject other) {
        return new Finding(
                check,
                title,
                category,
                severity,
                confidence,
                other,
                message,
                evidence,
                fix,
                question,
                price,
                supporting);
    }

    public Finding withMessage(String other) {
        return new Finding(
                check,
                title,
                category,
                severity,
                confidence,
                subject,
                other,
                evidence,
                fix,
                question,
                price,
                supporting);
    }

    /** The same finding with another way from the source to the model. */
    public Finding withFlow(List<FlowStep> flow) {
        Evidence with = new Evidence(
                evidence.measure(),
                evidence.value(),
                evidence.threshold(),
                evidence.facts(),
                evidence.values(),
                evidence.rows(),
                evidence.rowGroups(),
                evidence.coverage(),
                flow);
        return new Finding(
                check, title, category, severity, confidence, subject, message, with, fix, question, price, supporting);
    }

    public Finding withConfidence(Confidence other) {
        return new Finding(
                check, title, category, severity, other, subject, message, evidence, fix, question, price, supporting);
    }

    public Finding withFix(Fix change) {
        return new Finding(
                check,
                title,
                category,
                severity,
                confidence,
                subject,
                message,
                evidence,
                Optional.of(change),
                question,
                price,
                supporting);
    }

    public Finding withPrice(Price worth) {
        return new Finding(
                check,
                title,
                category,
                severity,
                confidence,
                subject,
                message,
                evidence,
                fix,
                question,
                Optional.of(worth),
                supporting);
    }
}
