package io.watertight.code.rule.evals;

import io.watertight.code.rule.RulePieces;
import io.watertight.code.rule.RulePieces.Piece;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class IndexHoldsEvaluationAnswersTest {

    private static final RulePieces PIECES = new RulePieces(new IndexHoldsEvaluationAnswers());

    static Stream<Piece> bad() {
        return PIECES.bad();
    }

    static Stream<Piece> good() {
        return PIECES.good();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void aLeakIsReported(Piece piece) {
        PIECES.assertFound(piece);
    }

    @ParameterizedTest
    @MethodSource("good")
    void itsInnocentTwinIsNot(Piece piece) {
        PIECES.assertNotFound(piece);
    }
}
