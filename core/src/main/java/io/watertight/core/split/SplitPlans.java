package io.watertight.core.split;

import io.watertight.core.WatertightException;
import io.watertight.core.data.TableProfile;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.DuplicateClusters;
import io.watertight.core.split.SplitPlan.ForwardChaining;
import io.watertight.core.split.SplitPlan.Group;
import io.watertight.core.split.SplitPlan.GroupAndTime;
import io.watertight.core.split.SplitPlan.Ignoring;
import io.watertight.core.split.SplitPlan.LeaveOneGroupOut;
import io.watertight.core.split.SplitPlan.LeaveOneOut;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.split.SplitPlan.Random;
import io.watertight.core.split.SplitPlan.SpatialBlocks;
import io.watertight.core.split.SplitPlan.Stratified;
import io.watertight.core.split.SplitPlan.TwoWayGroup;
import io.watertight.core.study.Column;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Lag;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Study;
import io.watertight.core.study.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses the plan of a study: the purpose decides which split is right, and what was declared is never disregarded without a word.
 */
public final class SplitPlans {

    private final Study study;
    private final SplitWish wish;
    private final List<Key> groups;
    private final Optional<Key> time;

    private SplitPlans(Study study, SplitWish wish) {
        this.study = study;
        this.wish = wish;
        this.groups = StudyKeys.groups(study);
        this.time = StudyKeys.declaredTime(study);
    }

    /**
     * A plan and why it is the right one.
     *
     * @param plan the plan
     * @param reason one sentence
     */
    public record Chosen(SplitPlan plan, String reason) {}

    /** The plan that the study's purpose asks for. */
    public static Chosen of(Study study, Shape shape) {
        return of(study, SplitWish.of(shape));
    }

    /**
     * The plan wished for, or the default.
     *
     * @throws WatertightException if the study lacks what the plan needs, or the plan would disregard a declared key without leave
     */
    public static Chosen of(Study study, SplitWish wish) {
        SplitPlans plans = new SplitPlans(study, wish);
        PlanKind kind = wish.kind().orElseGet(plans::byPurpose);
        SplitPlan plan = plans.make(kind);
        String reason = wish.kind().isPresent() ? "It was asked for." : plans.reason(kind);
        if (wish.innerFolds().isPresent()) {
            plan = Nested.inherit(plan, wish.innerFolds().getAsInt());
        }
        return new Chosen(plan, reason);
    }

    /**
     * The same plan, but nearly equal rows stay together, too.
     *
     * @param profile of the rows
     * @param share of a column's standard deviation within which about its numbers count as equal
     * @throws WatertightException if the plan is not about duplicates
     */
    public static SplitPlan near(SplitPlan plan, TableProfile profile, double share) {
        if (!(share > 0 && Double.isFinite(share))) {
            throw new WatertightException(
                    "near " + share + " is no share of a standard deviation.", "write one above 0: 0.05");
        }
        if (plan instanceof DuplicateClusters clusters) {
            return clusters.near(profile, share);
        }
        if (plan instanceof Ignoring ignoring) {
            return new Ignoring(near(ignoring.plan(), profile, share), ignoring.keys());
        }
        if (plan instanceof Nested nested) {
            return new Nested(near(nested.outer(), profile, share), near(nested.inner(), profile, share));
        }
        throw new WatertightException(
                "near is about the plan duplicates, which was not asked for.",
                "ask for it: --plan duplicates, or plan: duplicates");
    }

    private boolean keepsTime() {
        return time.isPresent() && !wish.mayIgnore(name(time.get()), "time");
    }

    private List<Key> keptGroups() {
        return groups.stream()
                .filter(group -> !wish.mayIgnore(group.toString(), "group"))
                .toList();
    }

    private PlanKind byPurpose() {
        List<Key> kept = keptGroups();
        if (kept.size() > 2 && !keepsTime()) {
            throw new WatertightException(
                    "No plan keeps " + kept.size() + " groups apart at once: "
                            + String.join(", ", kept.stream().map(Key::toString).toList()) + ".",
                    "leave one out for a comparison: --allow-ignoring " + kept.get(kept.size() - 1));
        }
        study.purpose().ifPresent(this::refuseWithoutKey);
        if (keepsTime()) {
            return kept.isEmpty() ? PlanKind.TIME : PlanKind.GROUP_TIME;
        }
        if (kept.size() == 2) {
            return PlanKind.TWO_WAY;
        }
        if (kept.size() == 1) {
            return hasClasses() ? PlanKind.STRATIFIED_GROUP : PlanKind.GROUP;
        }
        return study.target().isPresent() && hasClasses() ? PlanKind.STRATIFIED : PlanKind.RANDOM;
    }

    private void refuseWithoutKey(Purpose purpose) {
        switch (purpose) {
            case FUTURE -> {
                if (time.isEmpty()) {
                    throw new WatertightException(
                            "The purpose is the future, but no time is declared.", "name its column: --time COLUMN");
                }
            }
            case GROUPS -> {
                if (groups.isEmpty()) {
                    throw new WatertightException(
                            "The purpose is new groups, but no group is declared.", "name its column: --group COLUMN");
                }
            }
            case ROWS -> {}
        }
    }

    private boolean hasClasses() {
        return study.target().map(target -> target.task().isClassification()).orElse(false);
    }

    private String reason(PlanKind kind) {
        String purpose =
                study.purpose().map(word -> "the purpose is " + Words.of(word)).orElse("");
        List<String> because = new ArrayList<>();
        if (!purpose.isEmpty()) {
            because.add(purpose);
        }
        if (kind == PlanKind.TIME || kind == PlanKind.GROUP_TIME) {
            because.add(
                    "'" + name(time.orElseThrow()) + "' orders the rows, and nothing may be learnt from the future");
        }
        keptGroups().forEach(group -> because.add("rows of one '" + group + "' are alike"));
        if (because.isEmpty() || (kind == PlanKind.STRATIFIED || kind == PlanKind.RANDOM)) {
            because.add("no group and no time " + (groups.isEmpty() && time.isEmpty() ? "is declared" : "is kept")
                    + (kind == PlanKind.STRATIFIED ? ", so only the classes are balanced" : ""));
        }
        return "Because " + String.join("; ", because) + "." + guessedTime();
    }

    /** A guess is offered, never acted upon. */
    private String guessedTime() {
        return time.isPresent() || study.times().isEmpty()
                ? ""
                : " '" + study.times().get(0) + "' looks like a time: if it orders the rows, say so with --time.";
    }

    private SplitPlan make(PlanKind kind) {
        SplitPlan made = switch (kind) {
            case RANDOM -> new Random(wish.shape());
            case STRATIFIED -> {
                refuseWithoutTarget(kind);
                yield new Stratified(wish.shape());
            }
            case GROUP -> new Group(group(kind), false, wish.shape());
            case STRATIFIED_GROUP -> {
                refuseWithoutTarget(kind);
                yield new Group(group(kind), true, wish.shape());
            }
            case LEAVE_ONE_OUT -> new LeaveOneOut();
            case LEAVE_ONE_GROUP_OUT -> new LeaveOneGroupOut(group(kind));
            case TIME -> new ForwardChaining(chain(kind));
            case GROUP_TIME -> new GroupAndTime(groups(kind), chain(kind));
            case TWO_WAY -> twoWay();
            case SPATIAL -> spatial();
            case DUPLICATES ->
                new SplitPlan.DuplicateClusters(
                        study.features().stream()
                                .map(column -> new SplitPlan.DuplicateClusters.Grain(column.name(), 0))
                                .toList(),
                        wish.shape());
        };
        List<String> ignored = ignored(made);
        return ignored.isEmpty() ? made : new SplitPlan.Ignoring(made, ignored);
    }

    /** Declared keys that the plan does not keep; without leave, that is refused. */
    private List<String> ignored(SplitPlan plan) {
        List<String> ignored = new ArrayList<>();
        for (Key group : groups) {
            if (!plan.guarantees().apart().contains(group.toString())) {
                refuse(plan, group.toString(), "group");
                ignored.add(group.toString());
            }
        }
        if (time.isPresent() && plan.guarantees().time().isEmpty()) {
            refuse(plan, name(time.get()), "time");
            ignored.add(name(time.get()));
        }
        return ignored;
    }

    private void refuse(SplitPlan plan, String key, String role) {
        if (!wish.mayIgnore(key, role)) {
            throw new WatertightException(
                    "A split " + plan.describe() + " would disregard the declared " + role + " '" + key + "'.",
                    "leave the plan to the study, or, for a comparison only, add --allow-ignoring " + role);
        }
    }

    private void refuseWithoutTarget(PlanKind kind) {
        if (study.target().isEmpty()) {
            throw new WatertightException(
                    "The plan " + Words.of(kind) + " balances the target, but none is named.", "add --target COLUMN");
        }
    }

    private String group(PlanKind kind) {
        return groups(kind).get(0);
    }

    private List<String> groups(PlanKind kind) {
        List<Key> kept = groups.size() > 1 ? keptGroups() : groups;
        if (kept.isEmpty()) {
            throw new WatertightException(
                    "The plan " + Words.of(kind) + " needs a group, but none is declared.", "add --group COLUMN");
        }
        return kept.stream().map(Key::toString).toList();
    }

    private SplitPlan twoWay() {
        if (groups.size() != 2) {
            throw new WatertightException(
                    "The plan two-way needs two groups, but " + groups.size() + " are declared.",
                    "name both: --group COLUMN --group COLUMN");
        }
        Shape shape = wish.shape();
        return new TwoWayGroup(groups.get(0).toString(), groups.get(1).toString(), shape);
    }

    private SplitPlan spatial() {
        if (wish.coordinates().size() != 2 || !(wish.cell() > 0)) {
            throw new WatertightException(
                    "The plan spatial needs two columns of coordinates and the size of a cell.",
                    "add --places LONGITUDE,LATITUDE --cell 0.1");
        }
        for (String name : wish.coordinates()) {
            if (!study.column(name).isNumber()) {
                throw new WatertightException(
                        "The coordinates in '" + name + "' are not numbers.", "name other columns: --places X,Y");
            }
        }
        return new SpatialBlocks(
                wish.coordinates().get(0), wish.coordinates().get(1), wish.cell(), wish.buffer(), wish.shape());
    }

    private Chain chain(PlanKind kind) {
        Key key = time.orElseThrow(() -> new WatertightException(
                "The plan " + Words.of(kind) + " needs a time, but none is declared.", "add --time COLUMN"));
        Optional<Lag> purge = wish.purge().or(() -> study.declaration().horizon());
        Optional<Lag> embargo = wish.embargo().or(this::longestLag);
        Chain chain = new Chain(name(key), wish.shape(), wish.window(), purge, embargo);
        if ((chain.gap() > 0 || chain.window().isPresent())
                && !study.column(chain.time()).isTime()) {
            throw new WatertightException(
                    "A purge, embargo, window or label horizon is a length of time, but '" + chain.time()
                            + "' does not hold dates.",
                    "say that it does (--type " + chain.time() + "=time), or allow none: --purge 0d --embargo 0d");
        }
        return chain;
    }

    /** The longest time after the event at which a value of a training row (feature or target) is known. */
    private Optional<Lag> longestLag() {
        return study.columns().stream()
                .filter(column -> switch (column.role()) {
                    case FEATURE, TARGET -> true;
                    case ID, GROUP, TIME, WEIGHT, SPLIT, IGNORED -> false;
                })
                .map(Column::knownAt)
                .filter(known -> known.kind() == KnownAt.Kind.EVENT)
                .flatMap(known -> known.lag().map(Stream::of).orElseGet(Stream::empty))
                .filter(Lag::isPositive)
                .max(Comparator.comparingLong(Lag::seconds));
    }

    /** Rows are ordered by the first column of the key. */
    private static String name(Key key) {
        return key.columns().get(0);
    }
}
