package io.watertight.core.check;

import io.watertight.core.study.Part;
import io.watertight.core.study.Role;
import java.util.function.Predicate;

/** What a check may require before it can run. The runner writes the reason and the remedy when it is not met. */
public enum Need {
    TARGET(
            "needs a target",
            "name the column to predict with --target",
            view -> view.outcome().isPresent()),
    CLASSES(
            "needs a target of classes",
            "declare --task binary if the target is one",
            view -> view.outcome().filter(outcome -> outcome.isClasses()).isPresent()),
    BINARY(
            "needs a target of two classes",
            "declare --task binary if the target is one",
            view -> view.outcome()
                    .filter(outcome -> outcome.isClasses() && outcome.classes() == 2)
                    .isPresent()),
    REGRESSION(
            "needs a numeric target",
            "declare --task regression if the target is one",
            view -> view.outcome().filter(outcome -> !outcome.isClasses()).isPresent()),
    SPLIT(
            "needs a test set",
            "name it with --test FILE or --split COLUMN",
            view -> view.study().hasSplit() && view.profile().rows(Part.TEST) > 0),
    NO_SPLIT(
            "speaks of a split still to be made",
            "leave out --test and --split",
            view -> !view.study().hasSplit()),
    GROUP(
            "needs a declared group",
            "name the entity's column with --group",
            view -> view.study().groups().stream().anyMatch(key -> !view.study().guessed(key))),
    TIME(
            "needs a time column",
            "name it with --time",
            view -> !view.study().times().isEmpty()),
    PREDICTION_POINT(
            "needs the prediction point",
            "say when you predict with --predict-at COLUMN",
            view -> view.study().predictAt().isPresent()),
    HORIZON(
            "needs the label's horizon",
            "say how long the outcome is awaited with --horizon 30d",
            view -> view.study().declaration().horizon().isPresent()),
    ID(
            "needs an id column",
            "name it with --id",
            view -> !view.study().withRole(Role.ID).isEmpty()),
    FEATURES(
            "needs a feature",
            "check --features and --ignore",
            view -> !view.study().features().isEmpty()),
    ORDER(
            "needs rows in the order of a file",
            "audit a file instead of a table without an order",
            StudyView::isOrdered);

    private final String reason;
    private final String remedy;

    @SuppressWarnings("ImmutableEnumChecker") // the predicates above hold no state
    private final Predicate<StudyView> test;

    Need(String reason, String remedy, Predicate<StudyView> test) {
        this.reason = reason;
        this.remedy = remedy;
        this.test = test;
    }

    public boolean isMetBy(StudyView view) {
        return test.test(view);
    }

    /** The reason of a SKIPPED, with its remedy. */
    public String explain() {
        return reason + ". Maybe " + remedy + ".";
    }
}
