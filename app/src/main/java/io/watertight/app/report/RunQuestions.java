package io.watertight.app.report;

import io.watertight.core.check.Category;
import io.watertight.core.report.FourQuestions;
import io.watertight.core.report.FourQuestions.Answer;
import io.watertight.core.report.FourQuestions.State;
import io.watertight.core.report.Numbers;
import io.watertight.core.report.Taxonomy;
import io.watertight.core.study.Declaration;
import io.watertight.ml.evaluate.FitEvidence;
import io.watertight.ml.evaluate.Standing;
import java.util.List;

/**
 * The four questions, answered by a run as far as it goes: yes is wanted to the first and third, no to the second and fourth. What the
 * audit has found outweighs what the run shows of itself; what happened before the file was read is left to a person.
 */
final class RunQuestions {

    private final InfoSheetReport report;
    private final FitEvidence evidence;
    private final Declaration declaration;

    RunQuestions(InfoSheetReport report) {
        this.report = report;
        this.evidence = report.evidence();
        this.declaration = report.run().view().study().declaration();
    }

    List<Answer> all() {
        List<Answer> audit = FourQuestions.of(report.audit(), Taxonomy.rows(report.audit(), report.catalogue()));
        return List.of(audit.get(0), shared(audit.get(1)), pipeline(audit.get(2)), tuned(audit.get(3)));
    }

    private Answer shared(Answer audit) {
        EstablishedFacts facts = new EstablishedFacts(report);
        if (facts.breaks(Category.DUPLICATES) || facts.breaks(Category.NON_INDEPENDENCE)) {
            return with(audit, "Yes: the split lets them, see L1.4 and L3.2.", State.BAD);
        }
        if (audit.state() == State.BAD) {
            return audit;
        }
        if (report.equal().sameRow() > 0) {
            return with(
                    audit,
                    "Left to a person: " + Numbers.of(report.equal().sameRow(), "scored row")
                            + " equal a row fitted on; are they the same items?",
                    State.OPEN);
        }
        return !declaration.groups().isEmpty()
                ? with(audit, "No: no row, no copy and no declared group is on both sides of a fold.", State.GOOD)
                : with(
                        audit,
                        "Rows: no, none and no copy of one. Entities: left to a person, for no group is declared.",
                        State.OPEN);
    }

    private Answer pipeline(Answer audit) {
        if (audit.state() == State.BAD) {
            return audit;
        }
        if (evidence.heldOutSeen() + evidence.lockedSeen() > 0) {
            return with(audit, "No: a fit saw rows held out, see L1.2.", State.BAD);
        }
        return with(
                audit,
                "Yes for all that this run fitted: " + Numbers.of(evidence.fits(), "fit")
                        + ", none of which saw a row held out. " + before(Category.PREPROCESSING)
                        + (report.ownCommand() ? " What the command of --fit does inside is left to a person." : ""),
                State.OPEN);
    }

    private Answer tuned(Answer audit) {
        boolean several = report.run().evaluation().learners(Standing.CANDIDATE).size() > 1;
        String run = several
                ? "In part: settings were chosen inside the folds, but which learner is best is read off these very scores. "
                : "Not by this run: whatever it chose it chose inside the folds. ";
        return with(audit, run + before(Category.FEATURE_SELECTION), State.OPEN);
    }

    /** Words that a person wrote are shown, not judged. */
    private String before(Category category) {
        return OpenQuestion.answered(category, declaration).isPresent()
                ? "Before it: see what a person answered to " + category.code() + "."
                : "Before it: left to a person, see " + category.code() + ".";
    }

    private static Answer with(Answer audit, String answer, State state) {
        return new Answer(audit.text(), audit.wanted(), answer, state);
    }
}
