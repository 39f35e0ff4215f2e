package io.watertight.core.check;

import java.util.ArrayList;
import java.util.List;

/** Where a check puts what it found. Used by one check in one run; not thread-safe. */
public final class Findings {

    private final CheckInfo info;
    private final List<Finding> found = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private double coverage = 1;

    public Findings(CheckInfo info) {
        this.info = info;
    }

    /** Adds a finding with the check's severity and category unless the draft says otherwise. */
    public void add(FindingDraft draft) {
        found.add(draft.finish(info));
    }

    /** Says that the judgement rests on a part of the rows: a sampled PASSED says so. */
    public void coverage(double share) {
        coverage = Math.min(coverage, share);
    }

    /** Something a reader should know that is no finding, e.g. why a strong column is not accused. */
    public void remark(String text) {
        remarks.add(text);
    }

    public List<Finding> found() {
        return List.copyOf(found);
    }

    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    public double coverage() {
        return coverage;
    }
}
