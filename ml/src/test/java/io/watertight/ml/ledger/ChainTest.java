package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.ml.ledger.LedgerProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class ChainTest {

    private static final String SET = "a".repeat(64);

    private static List<String> lines(int count) { // the last 66 characters but two of a line are its hash
        List<String> lines = new ArrayList<>();
        String previous = Line.origin("w");
        for (int number = 1; number <= count; number++) {
            String line = Chain.line(new Line(
                    number,
                    previous,
                    "2026-01-01T00:00:0" + number + "Z",
                    "Zoë",
                    Map.of("other", new Head(number, SET)),
                    new Entry.Inspected(SET, "look " + number + " at \"π\"\n")));
            previous = line.substring(line.length() - 66, line.length() - 2);
            lines.add(line);
        }
        return lines;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static Chain read(byte[] bytes) {
        return Chain.read("w", "w.jsonl", bytes);
    }

    @Test
    void aSoundChainHasNoProblems() {
        byte[] bytes = bytes(lines(5));

        Chain chain = read(bytes);

        assertThat(chain.problems()).isEmpty();
        assertThat(chain.records()).hasSize(5);
        assertThat(chain.intact()).isEqualTo(bytes.length);
        assertThat(chain.isEnded()).isTrue();
        assertThat(chain.records().get(3).entry()).isEqualTo(new Entry.Inspected(SET, "look 4 at \"π\"\n"));
        assertThat(chain.records().get(3).by()).isEqualTo("Zoë");
        assertThat(chain.sightings().get(3)).isEqualTo(Map.of("other", new Head(4, SET)));
        assertThat(chain.head()).contains(new Head(5, chain.records().get(4).hash()));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .as("nothing but ASCII")
                .matches("[\\n -~]*");
    }

    /** Every byte, eight ways: each bit flipped. */
    @Test
    void everyChangedByteIsFoundInItsLine() {
        byte[] sound = bytes(lines(4));
        int line = 1;
        for (int at = 0; at < sound.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] altered = sound.clone();
                altered[at] ^= (byte) (1 << bit);
                List<LedgerProblem> problems = read(altered).problems();
                if (at == sound.length - 1) {
                    // Without its line end the last line is as long as a crash might leave it, or longer.
                    assertThat(problems)
                            .as("last byte, bit %d", bit)
                            .extracting(LedgerProblem::kind)
                            .containsExactly(Kind.TORN);
                } else {
                    assertThat(problems).as("byte %d, bit %d", at, bit).isNotEmpty();
                    assertThat(problems.get(0).kind().isTampering())
                            .as("byte %d, bit %d: %s", at, bit, problems)
                            .isTrue();
                    assertThat(problems.get(0).line()).isEqualTo(line);
                }
            }
            if (sound[at] == '\n') {
                line++;
            }
        }
    }

    @Test
    void everyByteTakenOutOrPutInIsFound() {
        byte[] sound = bytes(lines(3));
        for (int at = 0; at < sound.length - 1; at++) {
            byte[] shorter = new byte[sound.length - 1];
            System.arraycopy(sound, 0, shorter, 0, at);
            System.arraycopy(sound, at + 1, shorter, at, shorter.length - at);
            byte[] longer = new byte[sound.length + 1];
            System.arraycopy(sound, 0, longer, 0, at);
            longer[at] = (byte) (sound[at] == ' ' ? 'x' : ' ');
            System.arraycopy(sound, at, longer, at + 1, sound.length - at);

            assertThat(read(shorter).problems())
                    .as("without byte %d", at)
                    .anyMatch(problem -> problem.kind().isTampering());
            assertThat(read(longer).problems())
                    .as("with a byte before %d", at)
                    .anyMatch(problem -> problem.kind().isTampering());
        }
    }

    /** What a crash leaves is a beginning of the file; whole lines of it stay, and half a line is no tampering. */
    @Test
    void everyBeginningIsSoundOrTorn() {
        byte[] sound = bytes(lines(4));
        for (int length = 0; length <= sound.length; length++) {
            Chain chain = read(Arrays.copyOf(sound, length));
            String text = new String(sound, 0, length, StandardCharsets.US_ASCII);
            int whole = (int) text.chars().filter(next -> next == '\n').count();
            boolean endsInLine = length < sound.length && sound[length] == '\n';

            assertThat(chain.problems().stream()
                            .anyMatch(problem -> problem.kind().isTampering()))
                    .as("first %d bytes", length)
                    .isFalse();
            assertThat(chain.records()).hasSize(endsInLine ? whole + 1 : whole);
            assertThat(chain.intact() + chain.torn().length).isEqualTo(length);
            assertThat(chain.problems().isEmpty()).isEqualTo(chain.torn().length == 0);
            assertThat(chain.isEnded()).isEqualTo(!endsInLine);
        }
    }

    @RepeatedTest(50)
    void linesMovedRemovedOrRepeatedAreFound(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        Random random = new Random(seed);
        List<String> sound = lines(6);
        List<String> changed = new ArrayList<>(sound);
        switch (random.nextInt(3)) {
            case 0 -> changed.remove(random.nextInt(5)); // not the last, which nobody can miss
            case 1 -> {
                int from = random.nextInt(6);
                Collections.swap(changed, from, (from + 1 + random.nextInt(5)) % 6);
            }
            default -> changed.add(random.nextInt(7), sound.get(random.nextInt(6)));
        }

        assertThat(read(bytes(changed)).problems())
                .as("seed %d", seed)
                .anyMatch(problem -> problem.kind() == Kind.OUT_OF_PLACE);
    }

    @Test
    void aForgedLineInTheMiddleIsFoundAtTheNextOne() {
        List<String> lines = lines(4);
        lines.set(
                1,
                Chain.line(new Line(
                        2,
                        lines.get(0)
                                .substring(
                                        lines.get(0).length() - 66, lines.get(0).length() - 2),
                        "2026-01-01T00:00:02Z",
                        "Zoë",
                        Map.of(),
                        new Entry.Inspected(SET, "nothing"))));

        assertThat(read(bytes(lines)).problems())
                .extracting(LedgerProblem::toString)
                .containsExactly("w.jsonl, line 3: the entry does not follow the one before it");
    }

    @Test
    void aChainUnderAnotherNameIsFound() {
        assertThat(Chain.read("v", "v.jsonl", bytes(lines(2))).problems())
                .extracting(LedgerProblem::kind)
                .containsExactly(Kind.OUT_OF_PLACE);
    }

    @Test
    void changedLineEndsAreToldApart() {
        byte[] windows = (String.join("\r\n", lines(2)) + "\r\n").getBytes(StandardCharsets.US_ASCII);

        Chain chain = read(windows);

        assertThat(chain.records()).hasSize(2);
        assertThat(chain.problems()).extracting(LedgerProblem::kind).containsExactly(Kind.LINE_ENDS, Kind.LINE_ENDS);
    }

    @Test
    void laterVersionsAreNoTampering() {
        String body = LineJson.write(new Line(
                        1, Line.origin("w"), "2026-01-01T00:00:00Z", "w", Map.of(), new Entry.Inspected(SET, "x")))
                .replace("\"version\":1", "\"version\":2");
        String line = "{\"body\":" + body + ",\"hash\":\"" + Sha256.of(body) + "\"}";
        String kind = body.replace("\"version\":2", "\"version\":1").replace("inspected", "sung");
        String unknown = "{\"body\":" + kind + ",\"hash\":\"" + Sha256.of(kind) + "\"}";

        assertThat(read(bytes(List.of(line))).problems())
                .extracting(LedgerProblem::kind)
                .containsExactly(Kind.NEWER);
        assertThat(read(bytes(List.of(unknown))).problems())
                .extracting(LedgerProblem::kind)
                .containsExactly(Kind.NEWER);
    }

    @RepeatedTest(30)
    void rubbishNeverStopsTheReading(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        byte[] rubbish = new byte[random.nextInt(3000)];
        random.nextBytes(rubbish);

        Chain chain = read(rubbish);

        assertThat(chain.records()).as("seed %d", info.getCurrentRepetition()).isEmpty();
        assertThat(chain.problems().isEmpty()).isEqualTo(rubbish.length == 0);
    }
}
