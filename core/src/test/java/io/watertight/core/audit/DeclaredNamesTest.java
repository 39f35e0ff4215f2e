package io.watertight.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.study.Declaration;
import io.watertight.core.study.Key;
import io.watertight.core.study.PredictionPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeclaredNamesTest {

    private static List<Key> group(String written, String... columns) {
        Declaration declaration =
                Declaration.builder().groups(List.of(Key.of(written))).build();
        return DeclaredNames.settle(declaration, List.of(columns)).groups();
    }

    @Test
    void aPlusSignJoinsColumns() {
        assertThat(group("site+patient", "site", "patient")).containsExactly(Key.of("site", "patient"));
    }

    @Test
    void aColumnThatIsCalledSoComesFirst() {
        assertThat(group("a+b", "a", "b", "a+b")).containsExactly(Key.of("a+b"));
        assertThat(group("a+b+c", "a", "b", "c", "a+b")).containsExactly(Key.of("a+b", "c"));
        assertThat(group("a+b+c", "a", "b+c")).containsExactly(Key.of("a", "b+c"));
        assertThat(group("+", "+")).containsExactly(Key.of("+"));
    }

    @Test
    void whatCannotBeSettledIsLeftForTheComplaintAboutIt() {
        assertThat(group("sit+patient", "site", "patient")).containsExactly(Key.of("sit", "patient"));
    }

    @Test
    void aKeySplitTooEarlyIsJoinedAgain() {
        Declaration declaration =
                Declaration.builder().ids(List.of(Key.of("a", "b"))).build();

        assertThat(DeclaredNames.settle(declaration, List.of("a+b", "c")).ids()).containsExactly(Key.of("a+b"));
        assertThat(DeclaredNames.settle(declaration, List.of("a", "b")).ids()).containsExactly(Key.of("a", "b"));
    }

    @Test
    void aPredictionPointMayBeAColumnThatLooksLikeOneWithALag() {
        Declaration declaration = Declaration.builder()
                .predictAt(PredictionPoint.parse("dose+2d"))
                .build();

        assertThat(DeclaredNames.settle(declaration, List.of("dose+2d"))
                        .predictAt()
                        .orElseThrow()
                        .lag())
                .isEmpty();
        assertThat(DeclaredNames.settle(declaration, List.of("dose"))
                        .predictAt()
                        .orElseThrow()
                        .lag())
                .isPresent();
    }

    @Test
    void commasSeparateIgnoredColumnsUnlessOneIsCalledSo() {
        Declaration declaration =
                Declaration.builder().ignored(List.of("a,b_*")).build();

        assertThat(DeclaredNames.settle(declaration, List.of("a", "b_1")).ignored())
                .containsExactly("a", "b_*");
        assertThat(DeclaredNames.settle(declaration, List.of("a", "a,b_1")).ignored())
                .containsExactly("a,b_*");
        assertThat(DeclaredNames.settle(declaration, List.of("a", "c")).ignored())
                .containsExactly("a,b_*");
    }

    @Test
    void blanksAboutCommasAndPlusSignsArePartOfNoNameUnlessAColumnIsCalledSo() {
        Declaration declaration =
                Declaration.builder().ignored(List.of("a, b_* ")).build();

        assertThat(DeclaredNames.settle(declaration, List.of("a", "b_1")).ignored())
                .containsExactly("a", "b_*");
        assertThat(group("site + patient", "site", "patient")).containsExactly(Key.of("site", "patient"));
        assertThat(group("site + patient", "site ", " patient")).containsExactly(Key.of("site ", " patient"));
        assertThat(group("sit + patient", "site", "patient")).containsExactly(Key.of("sit ", " patient"));
    }
}
