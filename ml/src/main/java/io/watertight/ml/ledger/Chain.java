package io.watertight.ml.ledger;

import io.watertight.ml.ledger.LedgerProblem.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file of one writer, verified line by line. A line is {@code {"body":BODY,"hash":"HASH"}}, where the hash is SHA-256 of the
 * body's bytes and the body holds the hash of the line before.
 *
 * @param name of the chain, which is the file's without its ending
 * @param records lines that are sound in themselves
 * @param sightings what each of them saw of other chains, in the same order
 * @param problems in the order of the lines
 * @param intact bytes up to the end of the last whole line, its line end included or not
 * @param torn bytes after them that a crash left
 * @param isEnded whether the last whole line has its line end
 */
record Chain(
        String name,
        List<LedgerRecord> records,
        List<Map<String, Head>> sightings,
        List<LedgerProblem> problems,
        long intact,
        byte[] torn,
        boolean isEnded) {

    private static final Pattern LINE = Pattern.compile("\\{\"body\":(\\{.*}),\"hash\":\"([0-9a-f]{64})\"}");
    private static final Pattern OTHER_VERSION = Pattern.compile("\\{\"version\":(?!1,)\\d+,.*");

    static Chain empty(String name) {
        return read(name, name, new byte[0]);
    }

    static String line(Line line) {
        String body = LineJson.write(line);
        return "{\"body\":" + body + ",\"hash\":\"" + Sha256.of(body) + "\"}";
    }

    Optional<Head> head() {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(new Head(
                        records.get(records.size() - 1).number(),
                        records.get(records.size() - 1).hash()));
    }

    /** Whether the chain once ended as the head says. */
    boolean wentThrough(Head head) {
        return records.stream()
                .anyMatch(record ->
                        record.number() == head.entries() && record.hash().equals(head.hash()));
    }

    /** @param file as it is shown to a person */
    static Chain read(String name, String file, byte[] bytes) {
        return new Reading(name, file, bytes).read();
    }

    /** What is known while the lines are read one after the other. */
    private static final class Reading {

        private final String name;
        private final String file;
        private final byte[] bytes;
        private final List<LedgerRecord> records = new ArrayList<>();
        private final List<Map<String, Head>> sightings = new ArrayList<>();
        private final List<LedgerProblem> problems = new ArrayList<>();
        private int lineNumber;
        private int expected = 1;
        private String previous;
        private boolean isPreviousKnown = true;

        Reading(String name, String file, byte[] bytes) {
            this.name = name;
            this.file = file;
            this.bytes = bytes;
            this.previous = Line.origin(name);
        }

        Chain read() {
            int begin = 0;
            for (int end = next(begin); end < bytes.length; end = next(begin)) {
                lineNumber++;
                // Every byte must count, so bytes that are no ASCII must not be read as anything else.
                line(new String(bytes, begin, end - begin, StandardCharsets.ISO_8859_1));
                begin = end + 1;
            }
            byte[] rest = Arrays.copyOfRange(bytes, begin, bytes.length);
            String last = new String(rest, StandardCharsets.ISO_8859_1);
            boolean isWhole = rest.length > 0 && isSound(last);
            lineNumber++;
            if (isWhole) {
                line(last);
            } else if (rest.length > 0) {
                problem(
                        Kind.TORN,
                        rest.length + " bytes are no whole line: a crash interrupted the writing, or the line was cut");
            }
            return new Chain(
                    name,
                    List.copyOf(records),
                    List.copyOf(sightings),
                    List.copyOf(problems),
                    isWhole ? bytes.length : begin,
                    isWhole ? new byte[0] : rest,
                    !isWhole);
        }

        private int next(int begin) {
            int end = begin;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            return end;
        }

        private static boolean isSound(String text) {
            Matcher matcher = LINE.matcher(text);
            return matcher.matches() && Sha256.of(latin(matcher.group(1))).equals(matcher.group(2));
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private void line(String text) {
            if (text.endsWith("\r") && isSound(text.substring(0, text.length() - 1))) {
                problem(Kind.LINE_ENDS, "the line ends in CR LF; only the line end was changed");
                line(text.substring(0, text.length() - 1));
                return;
            }
            Matcher matcher = LINE.matcher(text);
            if (!matcher.matches()) {
                problem(Kind.NOT_AN_ENTRY, "this is no entry of a ledger");
                lost();
            } else if (!Sha256.of(latin(matcher.group(1))).equals(matcher.group(2))) {
                problem(Kind.ALTERED, "the entry was altered: its hash does not fit");
                skip(matcher.group(2));
            } else if (OTHER_VERSION.matcher(matcher.group(1)).matches()) {
                problem(Kind.NEWER, "a later version of Watertight wrote this entry");
                skip(matcher.group(2));
            } else {
                entry(matcher.group(1), matcher.group(2));
            }
        }

        private void lost() {
            isPreviousKnown = false;
            expected++;
        }

        private void skip(String hash) {
            previous = hash;
            isPreviousKnown = true;
            expected++;
        }

        private void entry(String body, String hash) {
            LedgerRecord record;
            Line line;
            try {
                line = LineJson.read(body);
                record = new LedgerRecord(
                        name, line.number(), Instant.parse(line.time()), line.by(), line.entry(), hash);
            } catch (RuntimeException unreadable) {
                problem(Kind.NEWER, "the entry is sound, but of a kind this version of Watertight does not know");
                skip(hash);
                return;
            }
            if (line.number() != expected) {
                problem(
                        Kind.OUT_OF_PLACE,
                        "entry " + line.number() + " stands where entry " + expected
                                + " belongs: lines were removed, moved or put in");
            } else if (isPreviousKnown && !line.previous().equals(previous)) {
                problem(Kind.OUT_OF_PLACE, "the entry does not follow the one before it");
            }
            records.add(record);
            sightings.add(line.saw());
            expected = line.number() + 1;
            previous = hash;
            isPreviousKnown = true;
        }

        private void problem(Kind kind, String what) {
            problems.add(new LedgerProblem(kind, file, lineNumber, what));
        }
    }
}
