package io.watertight.ml.ledger;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalDouble;

/**
 * A process of its own that assesses one model after the other and prints the hash of each look when the score has been told, until
 * it has done so often enough or is killed. Arguments: folder, writer, first model, number of models.
 */
final class LedgerProcess {

    private LedgerProcess() {}

    public static void main(String[] arguments) {
        Ledger ledger =
                Ledger.open(Path.of(arguments[0]), Clock.systemUTC(), new WriterIdentity(arguments[1], arguments[1]));
        TestSetIdentity set = TestSets.loans(30, 1).identity();
        int first = Integer.parseInt(arguments[2]);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        for (int model = first; model < first + Integer.parseInt(arguments[3]); model++) {
            AssessmentPermit permit = ledger.assess(set, LedgerTest.model("model " + model));
            permit.score(0.5, OptionalDouble.of(0.01));
            out.println(permit.look().hash());
        }
    }
}
