package io.watertight.core.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A finding being written. Not thread-safe. */
public final class FindingDraft {

    private final List<String> columns;
    private final Confidence confidence;
    private String aspect = "";
    private @Nullable Severity severity;
    private @Nullable Category category;
    private String message = "";
    private String measure = "";
    private double value = Double.NaN;
    private double threshold = Double.NaN;
    private double coverage = 1;
    private final Map<String, Object> facts = new LinkedHashMap<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private List<Long> rows = List.of();
    private List<List<Long>> rowGroups = List.of();
    private @Nullable Fix fix;
    private @Nullable Question question;
    private @Nullable Place place;
    private List<FlowStep> flow = List.of();

    private FindingDraft(List<String> columns, Confidence confidence) {
        this.columns = columns;
        this.confidence = confidence;
    }

    /** About columns, most telling first; none when it is about rows or the split as such. */
    public static FindingDraft about(List<String> columns, Confidence confidence) {
        return new FindingDraft(List.copyOf(columns), confidence);
    }

    public static FindingDraft about(String column, Confidence confidence) {
        return new FindingDraft(List.of(column), confidence);
    }

    /** About code at a place. */
    public static FindingDraft at(Place place, Confidence confidence) {
        FindingDraft draft = new FindingDraft(List.of(), confidence);
        draft.place = place;
        return draft;
    }

    /** About columns that code at a place handles. */
    public static FindingDraft at(Place place, List<String> columns, Confidence confidence) {
        FindingDraft draft = new FindingDraft(List.copyOf(columns), confidence);
        draft.place = place;
        return draft;
    }

    /** The way from the source to the model, in order. */
    public FindingDraft flow(List<FlowStep> steps) {
        flow = steps;
        return this;
    }

    /** Tells apart findings of one check about the same columns. */
    public FindingDraft aspect(String text) {
        aspect = text;
        return this;
    }

    public FindingDraft severity(Severity other) {
        severity = other;
        return this;
    }

    public FindingDraft category(Category other) {
        category = other;
        return this;
    }

    /** One or two sentences without cell values; formatted as {@link String#format(String, Object...)}, English numbers. */
    public FindingDraft says(String format, Object... arguments) {
        message = String.format(Locale.ENGLISH, format, arguments);
        return this;
    }

    public FindingDraft measured(String what, double measured, double judgedBy) {
        measure = what;
        value = measured;
        threshold = judgedBy;
        return this;
    }

    public FindingDraft fact(String name, Object number) {
        facts.put(name, number);
        return this;
    }

    /** A cell value, shown only when the user allows it. */
    public FindingDraft cell(String name, String text) {
        values.put(name, text);
        return this;
    }

    public FindingDraft rows(List<Long> examples) {
        rows = examples.size() > 10 ? examples.subList(0, 10) : examples;
        return this;
    }

    public FindingDraft rowGroups(List<List<Long>> examples) {
        rowGroups = examples.size() > 10 ? examples.subList(0, 10) : examples;
        return this;
    }

    public FindingDraft coverage(double share) {
        coverage = share;
        return this;
    }

    public FindingDraft fix(Fix change) {
        fix = change;
        return this;
    }

    public FindingDraft asks(Question text) {
        question = text;
        return this;
    }

    Finding finish(CheckInfo info) {
        return new Finding(
                info.id(),
                info.title(),
                category == null ? info.category() : category,
                severity == null ? info.severity() : severity,
                confidence,
                new Subject(columns, aspect, Optional.ofNullable(place)),
                message,
                new Evidence(measure, value, threshold, facts, values, rows, rowGroups, coverage, flow),
                Optional.ofNullable(fix),
                Optional.ofNullable(question),
                Optional.empty(),
                List.of());
    }
}
