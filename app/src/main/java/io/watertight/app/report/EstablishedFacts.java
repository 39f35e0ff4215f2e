package io.watertight.app.report;

import io.watertight.core.check.Category;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.Wording;
import io.watertight.core.split.SplitPlan;
import io.watertight.core.split.SplitProof;
import io.watertight.core.split.StudyKeys;
import io.watertight.core.study.Column;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Role;
import io.watertight.core.study.Study;
import io.watertight.core.study.Words;
import io.watertight.ml.evaluate.FitEvidence;
import io.watertight.ml.evaluate.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a run itself shows of each failure mode: by the log of its fits, its split, the rows and the declarations. Nothing here is an
 * opinion, and nothing is said of what happened before the file was read.
 */
final class EstablishedFacts {

    private static final int MOST_NAMES = 20;

    private final InfoSheetReport report;
    private final FitEvidence evidence;
    private final Study study;
    private final SplitPlan plan;

    EstablishedFacts(InfoSheetReport report) {
        this.report = report;
        this.evidence = report.evidence();
        this.study = report.run().view().study();
        this.plan = report.run().split().plan();
    }

    List<String> of(Category category) {
        return switch (category) {
            case NO_TEST_SET -> testSet();
            case PREPROCESSING -> fits();
            case FEATURE_SELECTION -> choices();
            case DUPLICATES -> duplicates();
            case ILLEGITIMATE_FEATURE -> features();
            case TEMPORAL -> time();
            case NON_INDEPENDENCE -> groups();
            case SAMPLING_BIAS -> sampling();
            case NONE -> List.of();
        };
    }

    /** Whether the run shows that the claim does not hold. */
    boolean breaks(Category category) {
        return switch (category) {
            case NO_TEST_SET, PREPROCESSING -> evidence.heldOutSeen() + evidence.lockedSeen() > 0;
            case DUPLICATES -> isBroken(EstablishedFacts::isOfRows);
            case TEMPORAL -> ignoresTime() || isBroken(EstablishedFacts::isOfTime);
            case NON_INDEPENDENCE -> !ignoredGroups().isEmpty() || isBroken(EstablishedFacts::isOfGroups);
            case ILLEGITIMATE_FEATURE -> !late().isEmpty();
            case FEATURE_SELECTION, SAMPLING_BIAS, NONE -> false;
        };
    }

    /** How far the run bears the claim out, in a few words; silence is never a pass. */
    String standing(Category category) {
        if (breaks(category)) {
            return "does NOT hold";
        }
        return switch (category) {
            case NO_TEST_SET, PREPROCESSING -> "holds for every fit of this run";
            case FEATURE_SELECTION ->
                candidates() > 1 ? "holds but for the choice of the best learner" : "holds for this run";
            case DUPLICATES ->
                report.equal().sameFeatures() == 0
                        ? "holds for rows and equal rows"
                        : "rows apart, but " + Numbers.of(report.equal().sameFeatures(), "scored row")
                                + " equal one fitted on";
            case ILLEGITIMATE_FEATURE ->
                undeclared() == 0
                        ? "as declared by people"
                        : "not shown: " + Numbers.of(undeclared(), "feature") + " undeclared";
            case TEMPORAL ->
                plan.guarantees().time().isPresent() ? "holds for the declared time" : "not shown: no time declared";
            case NON_INDEPENDENCE ->
                StudyKeys.groups(study).isEmpty() ? "not shown: no group declared" : "holds for the declared groups";
            case SAMPLING_BIAS -> "not shown: no run can";
            case NONE -> "";
        };
    }

    private int candidates() {
        return report.run().evaluation().learners(Standing.CANDIDATE).size();
    }

    private long undeclared() {
        return study.features().stream()
                .filter(column -> column.knownAt().kind() == KnownAt.Kind.UNKNOWN)
                .count();
    }

    private List<String> late() {
        return study.features().stream()
                .filter(column -> column.knownAt().isAfterEvent())
                .map(Column::name)
                .toList();
    }

    private List<String> testSet() {
        List<String> lines = new ArrayList<>();
        lines.add("Split " + plan.describe() + ". " + report.run().split().reason());
        lines.add("Of " + Numbers.of(report.equal().scored(), "scored row") + " in "
                + Numbers.of(evidence.folds(), "fold") + ", " + Numbers.count(evidence.heldOutSeen())
                + " were seen by a fit of their fold.");
        if (report.run().locked() > 0) {
            lines.add(Numbers.of(report.run().locked(), "test row") + " stayed locked: no score here is of them, and "
                    + Numbers.count(evidence.lockedSeen())
                    + " of them were seen by a fit. The audit read both parts, but scored no model of this sheet.");
        } else {
            lines.add("No test set is set aside: the score is that of resampling.");
        }
        report.history().ifPresent(history -> lines.add("Ledger: " + history));
        return lines;
    }

    private List<String> fits() {
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.of(evidence.fits(), "fit") + " of learners and preparing steps "
                + (evidence.fits() == 1 ? "is" : "are") + " in the log, inner ones included. "
                + Numbers.count(evidence.heldOutSeen()) + " rows that a fold held out were seen by one of its fits.");
        if (evidence.failed() > 0) {
            lines.add(Numbers.of(evidence.failed(), "fit") + " of a learner on a fold failed and left no log.");
        }
        if (report.ownCommand()) {
            lines.add("The command given with --fit was handed training rows, and the others without their outcome;"
                    + " what it does inside is not seen here.");
        }
        return lines;
    }

    private List<String> choices() {
        List<String> lines = new ArrayList<>();
        lines.add(
                evidence.searches() == 0
                        ? "No setting was searched."
                        : "Settings were chosen " + Numbers.of(evidence.searches(), "time") + " among "
                                + Numbers.of(evidence.settings(), "trial")
                                + " in all, each time on inner folds of one training part.");
        lines.add(
                candidates() > 1
                        ? Numbers.count(candidates())
                                + " learners were scored on the same outer folds, and the best is named by"
                                + " these very scores; all of them are shown below."
                        : "One learner was scored, so none was picked by its score here.");
        Declaration declared = study.declaration();
        if (!declared.features().isEmpty() || !declared.ignored().isEmpty()) {
            lines.add("The declaration leaves "
                    + Numbers.of(study.withRole(Role.IGNORED).size(), "column")
                    + " out; on what grounds is not known here.");
        }
        if (report.ownFormula()) {
            lines.add("The formula came from outside: which rows it was found on is not known here.");
        }
        return lines;
    }

    private List<String> duplicates() {
        List<String> lines = new ArrayList<>(claims(EstablishedFacts::isOfRows));
        long scored = report.equal().scored();
        lines.add("Of " + Numbers.of(scored, "scored row") + ", "
                + Numbers.count(report.equal().sameFeatures())
                + " equal a row fitted on in the same fold in every feature, and "
                + Numbers.count(report.equal().sameRow()) + " in the target too.");
        return lines;
    }

    private List<String> features() {
        List<String> lines = new ArrayList<>();
        lines.add("When it is known is declared for "
                + Numbers.count(study.features().size() - undeclared()) + " of "
                + Numbers.of(study.features().size(), "feature") + ".");
        if (!late().isEmpty()) {
            lines.add("Declared to be known only later, and used: " + Wording.columns(late(), MOST_NAMES) + ".");
        }
        return lines;
    }

    private List<String> time() {
        List<String> lines = new ArrayList<>(claims(EstablishedFacts::isOfTime));
        if (ignoresTime()) {
            lines.add("The split disregards the declared time: it was told to.");
        } else if (plan.guarantees().time().isEmpty()) {
            lines.add("No time is declared, so rows of any age were trained on.");
        }
        study.predictAt().ifPresent(point -> lines.add("Predictions are made at " + point + "."));
        study.declaration().horizon().ifPresent(horizon -> lines.add("The outcome is known " + horizon + " later."));
        return lines;
    }

    private List<String> groups() {
        List<String> lines = new ArrayList<>(claims(EstablishedFacts::isOfGroups));
        evidence.unproved()
                .forEach(key -> lines.add(
                        "The split keeps " + key + " apart by construction; this sheet did not check it again."));
        if (!ignoredGroups().isEmpty()) {
            lines.add("The split disregards the declared group " + Wording.columns(ignoredGroups(), MOST_NAMES)
                    + ": it was told to.");
        } else if (StudyKeys.groups(study).isEmpty()) {
            lines.add("No group is declared, so rows of one entity may be on both sides.");
        }
        return lines;
    }

    private List<String> sampling() {
        List<String> lines = new ArrayList<>();
        EvaluationReport run = report.run();
        lines.add(Numbers.of(run.tableRows(), "row") + " in the table: " + Numbers.count(run.rows()) + " evaluated, "
                + Numbers.count(run.locked()) + " locked, " + Numbers.count(run.withoutTarget())
                + " left out for want of a target"
                + (isDrawn() ? ", the others not drawn by --rows" : "") + ".");
        long scored = run.evaluation().heldOut().size();
        if (scored < run.rows()) {
            lines.add(
                    Numbers.count(run.rows() - scored) + " of the evaluated rows are only trained on, or in no fold.");
        }
        lines.add(study.purpose()
                .map(purpose -> "The declared purpose is " + Words.of(purpose) + ".")
                .orElse("No purpose is declared."));
        return lines;
    }

    private boolean isDrawn() {
        EvaluationReport run = report.run();
        return run.rows() + run.locked() + run.withoutTarget() < run.tableRows();
    }

    private List<String> ignored() {
        return plan instanceof SplitPlan.Ignoring ignoring ? ignoring.keys() : List.of();
    }

    private List<String> ignoredGroups() {
        List<String> groups =
                StudyKeys.groups(study).stream().map(Key::toString).toList();
        return ignored().stream().filter(groups::contains).toList();
    }

    private boolean ignoresTime() {
        return ignored().size() > ignoredGroups().size();
    }

    private static boolean isOfTime(SplitProof.Claim claim) {
        return claim.promise().contains("older than the period");
    }

    private static boolean isOfGroups(SplitProof.Claim claim) {
        return claim.promise().startsWith("no group of");
    }

    private static boolean isOfRows(SplitProof.Claim claim) {
        return !isOfTime(claim) && !isOfGroups(claim) && !claim.what().equals("folds");
    }

    private boolean isBroken(Predicate<SplitProof.Claim> which) {
        return evidence.proof().broken().stream().anyMatch(which);
    }

    /** What the verifier found, by the rows that were really fitted on. */
    private List<String> claims(Predicate<SplitProof.Claim> which) {
        return evidence.proof().claims().stream()
                .filter(which)
                .map(claim -> "Verified on the rows as they were used: " + claim + ".")
                .toList();
    }
}
