package io.watertight.core.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watertight.core.WatertightException;
import io.watertight.core.split.SplitPlan.Chain;
import io.watertight.core.split.SplitPlan.ForwardChaining;
import io.watertight.core.split.SplitPlan.Group;
import io.watertight.core.split.SplitPlan.GroupAndTime;
import io.watertight.core.split.SplitPlan.Ignoring;
import io.watertight.core.split.SplitPlan.Nested;
import io.watertight.core.split.SplitPlan.Stratified;
import io.watertight.core.split.SplitPlan.TwoWayGroup;
import io.watertight.core.split.SplitPlans.Chosen;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.DeclarationBuilder;
import io.watertight.core.study.Key;
import io.watertight.core.study.KnownAt;
import io.watertight.core.study.Lag;
import io.watertight.core.study.PredictionPoint;
import io.watertight.core.study.Purpose;
import io.watertight.core.study.Study;
import io.watertight.core.study.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SplitPlansTest {

    private static final Shape FIVE = Shape.folds(5);
    private static final Key CUSTOMER = Key.of("customer");
    private static final Key ISSUED = Key.of("issued");

    private static DeclarationBuilder declared() {
        return Declaration.builder().data(List.of("loans.csv")).target("default");
    }

    private static SplitPlan plan(DeclarationBuilder declaration) {
        return SplitPlans.of(Studies.of(declaration.build()), FIVE).plan();
    }

    @Test
    void withoutGroupAndTimeClassesAreStratifiedAndNumbersAreDealtAtRandom() {
        assertThat(plan(declared())).isEqualTo(new Stratified(FIVE));
        assertThat(SplitPlans.of(Studies.of(declared().build(), Task.REGRESSION), FIVE)
                        .plan())
                .isEqualTo(new SplitPlan.Random(FIVE));
    }

    @Test
    void whatIsDeclaredDecides() {
        assertThat(plan(declared().groups(List.of(CUSTOMER)))).isEqualTo(new Group("customer", true, FIVE));
        assertThat(plan(declared().times(List.of(ISSUED)))).isEqualTo(new ForwardChaining(new Chain("issued", FIVE)));
        assertThat(plan(declared().groups(List.of(CUSTOMER)).times(List.of(ISSUED))))
                .isEqualTo(new GroupAndTime("customer", new Chain("issued", FIVE)));
        assertThat(plan(declared().groups(List.of(CUSTOMER, Key.of("branch"))).times(List.of(ISSUED))))
                .isEqualTo(new GroupAndTime(List.of("customer", "branch"), new Chain("issued", FIVE)));
        assertThat(plan(declared().groups(List.of(CUSTOMER, Key.of("branch")))))
                .isEqualTo(new TwoWayGroup("customer", "branch", FIVE));
        assertThat(plan(declared().predictAt(PredictionPoint.parse("issued+1d"))))
                .isEqualTo(new ForwardChaining(new Chain("issued", FIVE)));
    }

    @ParameterizedTest
    @EnumSource(Purpose.class)
    void noPurposeMakesADeclaredGroupOrTimeDisappear(Purpose purpose) {
        SplitPlan plan =
                plan(declared().purpose(purpose).groups(List.of(CUSTOMER)).times(List.of(ISSUED)));

        assertThat(plan.guarantees().apart()).contains("customer");
        assertThat(plan.guarantees().time()).contains("issued");
    }

    @Test
    void thePurposeNeedsItsKey() {
        assertThatThrownBy(() -> plan(declared().purpose(Purpose.FUTURE)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no time is declared");
        assertThatThrownBy(() -> plan(declared().purpose(Purpose.GROUPS).times(List.of(ISSUED))))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("no group is declared");
    }

    @Test
    void theReasonIsOneSentenceThatNamesTheKeys() {
        Study study = Studies.of(declared()
                .purpose(Purpose.FUTURE)
                .groups(List.of(CUSTOMER))
                .times(List.of(ISSUED))
                .build());

        Chosen chosen = SplitPlans.of(study, FIVE);

        assertThat(chosen.reason())
                .startsWith("Because the purpose is future")
                .contains("'issued' orders the rows", "'customer'")
                .endsWith(".");
    }

    @Test
    void aDeclaredGroupOrTimeIsNotIgnoredWithoutLeave() {
        Study grouped = Studies.of(declared().groups(List.of(CUSTOMER)).build());
        Study timed = Studies.of(declared().times(List.of(ISSUED)).build());
        SplitWish random = SplitWish.of(PlanKind.RANDOM, FIVE);

        assertThatThrownBy(() -> SplitPlans.of(grouped, random))
                .isInstanceOfSatisfying(WatertightException.class, refused -> {
                    assertThat(refused.getMessage()).contains("'customer'");
                    assertThat(refused.remedy()).contains("--allow-ignoring group");
                });
        assertThatThrownBy(() -> SplitPlans.of(timed, random))
                .isInstanceOfSatisfying(
                        WatertightException.class,
                        refused -> assertThat(refused.remedy()).contains("--allow-ignoring time"));
        assertThatThrownBy(() -> SplitPlans.of(timed, random.allowingToIgnore("group")))
                .isInstanceOf(WatertightException.class);
    }

    @Test
    void withLeaveThePlanSaysWhatItIgnores() {
        Study study = Studies.of(
                declared().groups(List.of(CUSTOMER)).times(List.of(ISSUED)).build());
        SplitWish random = SplitWish.of(PlanKind.RANDOM, FIVE).allowingToIgnore("group", "issued");

        SplitPlan plan = SplitPlans.of(study, random).plan();

        assertThat(plan).isInstanceOf(Ignoring.class);
        assertThat(plan.describe()).contains("IGNORING declared 'customer' and 'issued'");
        SplitPlan alone = SplitPlans.of(study, SplitWish.of(FIVE).allowingToIgnore("group"))
                .plan();
        assertThat(alone.describe()).startsWith("forward along 'issued'").contains("IGNORING declared 'customer'");
    }

    @Test
    void purgeIsTheLabelHorizonAndEmbargoTheLongestLag() {
        Declaration declaration = declared()
                .times(List.of(ISSUED))
                .horizon(Lag.parse("90d"))
                .knownAt(Map.of("lab", KnownAt.parse("event+6h"), "lon", KnownAt.ALWAYS))
                .build();

        SplitPlan plan = SplitPlans.of(Studies.of(declaration), FIVE).plan();

        assertThat(plan.guarantees().gap()).isEqualTo(90 * 86_400L + 6 * 3_600L);
        assertThat(plan.describe()).contains("purge 90d", "embargo 6h");
    }

    @Test
    void aLengthOfTimeNeedsDates() {
        assertThatThrownBy(() -> plan(declared().times(List.of(Key.of("year"))).horizon(Lag.parse("1y"))))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'year' does not hold dates");
        assertThat(plan(declared().times(List.of(Key.of("year"))))).isInstanceOf(ForwardChaining.class);
    }

    @Test
    void innerPlansInheritWhatTheOuterOneKeeps() {
        Study study = Studies.of(
                declared().groups(List.of(CUSTOMER)).times(List.of(ISSUED)).build());

        Nested nested = (Nested)
                SplitPlans.of(study, SplitWish.of(FIVE).withInnerFolds(3)).plan();

        assertThat(nested.inner()).isEqualTo(new GroupAndTime("customer", new Chain("issued", Shape.folds(3))));
        assertThatThrownBy(() -> new Nested(nested.outer(), new Group("customer", false, FIVE)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'issued' in order");
        assertThatThrownBy(() -> new Nested(new Group("customer", false, FIVE), new Stratified(FIVE)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("'customer' apart");
    }

    @Test
    void anInnerGapMayNotBeShorter() {
        Chain wide = new Chain("issued", FIVE, Optional.empty(), Optional.of(Lag.parse("9d")), Optional.empty());

        assertThatThrownBy(() -> new Nested(new ForwardChaining(wide), new ForwardChaining(new Chain("issued", FIVE))))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("a gap of");
    }

    @Test
    void whatAPlanNeedsIsAskedFor() {
        Study bare = Studies.of(declared().build());

        for (PlanKind kind :
                List.of(PlanKind.GROUP, PlanKind.STRATIFIED_GROUP, PlanKind.LEAVE_ONE_GROUP_OUT, PlanKind.TWO_WAY)) {
            assertThatThrownBy(() -> SplitPlans.of(bare, SplitWish.of(kind, FIVE)))
                    .isInstanceOfSatisfying(
                            WatertightException.class,
                            refused -> assertThat(refused.explain()).contains("--group"));
        }
        assertThatThrownBy(() -> SplitPlans.of(bare, SplitWish.of(PlanKind.TIME, FIVE)))
                .isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> SplitPlans.of(bare, SplitWish.of(PlanKind.SPATIAL, FIVE)))
                .isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> SplitPlans.of(
                        Studies.of(declared()
                                .groups(List.of(CUSTOMER, Key.of("branch"), Key.of("issued")))
                                .build()),
                        FIVE))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("No plan keeps 3 groups");
    }

    @Test
    void impossibleShapesAreRefused() {
        assertThatThrownBy(() -> Shape.folds(1)).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> Shape.holdOut(1)).isInstanceOf(WatertightException.class);
        assertThatThrownBy(() -> new Chain("issued", new Shape.Folds(3, 2)))
                .isInstanceOf(WatertightException.class)
                .hasMessageContaining("cannot be repeated");
        assertThatThrownBy(() -> new SplitPlan.SpatialBlocks("x", "y", 0, 0, FIVE))
                .isInstanceOf(WatertightException.class);
    }
}
