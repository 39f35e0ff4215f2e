package io.watertight.checks.group;

import io.watertight.checks.support.EntityNames;
import io.watertight.checks.support.EntityNames.Likeness;
import io.watertight.checks.support.IdentityEffect;
import io.watertight.checks.support.Responses;
import io.watertight.checks.support.RowHashes;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.PartProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Role;
import java.util.List;
import java.util.Optional;

/**
 * A column whose values may name entities with several rows each.
 *
 * @param column its name
 * @param likeness what the name says
 * @param groups distinct values, approximately
 * @param meanRows rows a value
 * @param effect what identity says about the target beyond the order of values
 */
record EntityCandidate(String column, Likeness likeness, long groups, double meanRows, IdentityEffect effect) {

    /** Values that behave like fewer groups of equal size than this are categories. */
    private static final double LEAST_GROUPS = 20;

    private static final double LEAST_ROWS_A_GROUP = 1.2;

    /** Values with more rows than this are categories unless their name says otherwise. */
    private static final double MOST_ROWS_A_NAMELESS_GROUP = 30;

    private static final double LEAST_EFFECT = 0.05;
    private static final double LEAST_Z = 5;

    /** Whether the identity of a value predicts the target beyond smooth and coarse effects. */
    boolean predicts() {
        return effect.share() >= LEAST_EFFECT && effect.z() >= LEAST_Z;
    }

    /** All candidates of a study, surest first. */
    static List<EntityCandidate> find(StudyView view) {
        Responses responses = Responses.of(view);
        return view.study().columns().stream()
                .filter(column -> column.role() == Role.FEATURE || (column.role() == Role.ID && column.roleGuessed()))
                .filter(column -> view.sample().has(column.name()))
                .flatMap(column -> of(view, column, responses).stream())
                .toList();
    }

    private static Optional<EntityCandidate> of(StudyView view, Column column, Responses responses) {
        boolean wholeOrWord = column.integral() || column.type() == ColumnType.TEXT;
        PartProfile profile = view.profile().column(column.name()).all();
        double meanRows = (double) profile.present() / Math.max(1, profile.distinct());
        if (!wholeOrWord || profile.distinct() < LEAST_GROUPS || meanRows < LEAST_ROWS_A_GROUP) {
            return Optional.empty();
        }
        Likeness likeness = EntityNames.of(column.name());
        boolean small = column.type() == ColumnType.TEXT && meanRows <= MOST_ROWS_A_NAMELESS_GROUP;
        if ((likeness == Likeness.NONE && !small) || effectiveGroups(view, column.name()) < LEAST_GROUPS) {
            return Optional.empty();
        }
        IdentityEffect effect = IdentityEffect.of(view.sample(), column.name(), responses);
        return Optional.of(new EntityCandidate(column.name(), likeness, profile.distinct(), meanRows, effect));
    }

    /** The number of equally large groups with the same chance that two rows agree (inverse Simpson index). */
    private static double effectiveGroups(StudyView view, String column) {
        double rows =
                view.sample().rows() - (double) view.sample().column(column).missing();
        double missing = view.sample().column(column).missing();
        double pairs = RowHashes.pairs(RowHashes.ofColumn(view.sample(), column)) - missing * (missing - 1) / 2;
        return pairs <= 0 ? rows : rows * (rows - 1) / 2 / pairs;
    }
}
