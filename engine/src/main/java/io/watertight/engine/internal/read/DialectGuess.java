package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses delimiter, width and header from the first records. */
final class DialectGuess {

    private static final List<Character> CANDIDATES = List.of('\t', ';', '|', ',');
    private static final int SMALL_SAMPLE = 1 << 18;
    private static final int LARGE_SAMPLE = 1 << 23;
    private static final int MOST_RECORDS = 1000;
    private static final int FEWEST_RECORDS = 20;

    private DialectGuess() {}

    /** The first records as one delimiter splits them. */
    private record Split(char delimiter, List<List<String>> records, boolean tidy) {

        int commonWidth() {
            Map<Integer, Long> counts =
                    records.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
            return counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(1);
        }

        double agreement() {
            int width = commonWidth();
            return (double) records.stream()
                            .filter(record -> record.size() == width)
                            .count()
                    / records.size();
        }

        boolean firstAgrees() {
            return Math.abs(records.get(0).size() - commonWidth()) <= 1
                    && records.get(0).size() > 1;
        }
    }

    /**
     * @param open opens the text from its beginning
     * @param shown the file's name for messages
     */
    static Dialect of(TextOpening open, String shown, Optional<Character> delimiter, Optional<Boolean> header)
            throws IOException {
        String sample = sample(open);
        boolean whole = sample.length() < LARGE_SAMPLE && sample.length() != SMALL_SAMPLE;
        Split split = delimiter.map(wanted -> split(sample, wanted, whole)).orElseGet(() -> guess(sample, whole));
        if (split.records().isEmpty()) {
            throw new WatertightException("'" + shown + "' is empty", "check how it was written");
        }
        Optional<Character> announced = Dialect.announcement(split.records().get(0), split.delimiter());
        if (announced.isPresent()) {
            split = split(sample, delimiter.orElse(announced.get()), whole);
            split = new Split(
                    split.delimiter(),
                    split.records().subList(1, split.records().size()),
                    false);
            if (split.records().isEmpty()) {
                throw new WatertightException("'" + shown + "' is empty", "check how it was written");
            }
        }
        List<String> first = split.records().get(0);
        boolean named = header.orElse(HeaderGuess.isHeader(split.records()));
        int width = named ? width(first.size(), split) : Math.max(first.size(), split.commonWidth());
        return new Dialect(split.delimiter(), named, announced.isPresent(), width, first, split.tidy());
    }

    /** The header decides, unless most records are wider. */
    private static int width(int names, Split split) {
        long wider = split.records().stream()
                .filter(record -> lastFilled(record) > names)
                .count();
        return 2 * wider > split.records().size() ? Math.max(names, split.commonWidth()) : names;
    }

    private static int lastFilled(List<String> record) {
        int last = record.size();
        while (last > 0 && record.get(last - 1).isBlank()) {
            last--;
        }
        return last;
    }

    private static Split guess(String sample, boolean whole) {
        List<Split> splits = CANDIDATES.stream()
                .map(candidate -> split(sample, candidate, whole))
                .filter(split -> !split.records().isEmpty() && split.commonWidth() > 1)
                .toList();
        Optional<Split> best = splits.stream()
                .max(Comparator.comparing(Split::firstAgrees)
                        .thenComparing(split -> Math.round(split.agreement() * 20))
                        .thenComparing(split -> -CANDIDATES.indexOf(split.delimiter())));
        return best.orElseGet(() -> {
            Split blanks = split(sample, ' ', whole);
            boolean columns = blanks.records().size() > 1 && blanks.commonWidth() > 2 && blanks.agreement() == 1;
            return columns ? blanks : split(sample, ',', whole);
        });
    }

    private static Split split(String sample, char delimiter, boolean whole) {
        List<List<String>> records = new ArrayList<>();
        try (DelimitedParser parser = new DelimitedParser(new StringReader(sample), delimiter)) {
            List<String> fields = new ArrayList<>();
            while (records.size() < MOST_RECORDS && parser.next(fields)) {
                records.add(List.copyOf(fields));
            }
            boolean cut = !whole && records.size() > 1 && records.size() < MOST_RECORDS;
            if (cut) {
                records.remove(records.size() - 1);
            }
            boolean tidy = delimiter != ' ' && (cut || parser.unclosed() == 0);
            return new Split(delimiter, records, tidy);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sample(TextOpening open) throws IOException {
        String small = begin(open, SMALL_SAMPLE);
        boolean enough = small.length() < SMALL_SAMPLE
                || small.chars()
                                .filter(character -> character == '\n' || character == '\r')
                                .count()
                        >= FEWEST_RECORDS;
        return enough ? small : begin(open, LARGE_SAMPLE);
    }

    private static String begin(TextOpening open, int length) throws IOException {
        char[] characters = new char[length];
        int filled = 0;
        try (Reader in = open.open()) {
            for (int count = in.read(characters, 0, length);
                    count > 0;
                    count = in.read(characters, filled, length - filled)) {
                filled += count;
            }
        }
        return new String(characters, 0, filled);
    }
}
