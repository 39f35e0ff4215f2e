package io.watertight.checks.group;

import io.watertight.checks.support.ChanceRepeats;
import io.watertight.checks.support.EntityNames;
import io.watertight.checks.support.EntityNames.Likeness;
import io.watertight.checks.support.IdentityEffect;
import io.watertight.checks.support.Responses;
import io.watertight.checks.support.RowHashes;
import io.watertight.checks.support.RowKey;
import io.watertight.core.check.StudyView;
import io.watertight.core.data.PartProfile;
import io.watertight.core.study.Column;
import io.watertight.core.study.ColumnType;
import io.watertight.core.study.Key;
import io.watertight.core.study.Role;
import java.util.ArrayList;
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
        List<EntityCandidate> all = view.study().columns().stream()
                .filter(column -> column.role() == Role.FEATURE || (column.role() == Role.ID && column.roleGuessed()))
                .filter(column -> view.sample().has(column.name()))
                .flatMap(column -> of(view, column, responses).stream())
                .toList();
        // Told once: what copies and declared groups explain is no second story. Looked at only where there is
        // something to explain.
        return all.stream().anyMatch(EntityCandidate::predicts) ? owned(view, all, responses) : all;
    }

    /**
     * The same candidates with the effect that is their own. A copied row and its original share the value of every column and the
     * target, so that every many-valued column seems to name entities; so do the rows of a declared group. Each counts once.
     */
    private static List<EntityCandidate> owned(StudyView view, List<EntityCandidate> all, Responses responses) {
        List<String> row = RowKey.of(view).withTarget(view);
        boolean copied = ChanceRepeats.within(view.sample(), row).isExceeded();
        Responses once = copied ? responses.oncePer(RowHashes.of(view.sample(), row)) : responses;
        List<List<String>> keys = view.study().groups().stream()
                .filter(key -> !view.study().guessed(key))
                .map(Key::columns)
                .filter(key -> key.stream().allMatch(view.sample()::has))
                .toList();
        return all.stream()
                .map(one -> one.predicts() ? one.judgedOn(view, keys, once) : one)
                .toList();
    }

    private EntityCandidate judgedOn(StudyView view, List<List<String>> keys, Responses once) {
        Responses left = once;
        for (List<String> key : keys) {
            List<String> columns = new ArrayList<>(key);
            columns.add(column);
            left = left.oncePer(RowHashes.of(view.sample(), columns));
        }
        return new EntityCandidate(column, likeness, groups, meanRows, IdentityEffect.of(view.sample(), column, left));
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
