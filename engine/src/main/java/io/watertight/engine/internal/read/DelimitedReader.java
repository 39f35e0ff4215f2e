package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.ReadNotice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads delimited text. The database's own reader takes files that keep to the rules, at full speed; everything else goes
 * through {@link DelimitedParser} once and is written out clean.
 *
 * @param privateFolder for clean copies
 * @param delimiter guessed if empty
 * @param header guessed if empty
 * @param clean whether to go through the parser in any case, because the database's reader gave up
 */
record DelimitedReader(Path privateFolder, Optional<Character> delimiter, Optional<Boolean> header, boolean clean) {

    /** What the database's reader allows by default; longer records must be announced. */
    private static final long USUAL_LINE = 2_000_000;

    TextTable read(InputFile file) throws IOException {
        TextEncoding encoding = TextEncoding.of(Heads.read(file));
        TextOpening opening = () -> encoding.open(file.path());
        Dialect dialect = DialectGuess.of(opening, file.shown(), delimiter, header);
        Names names = Names.of(dialect.rawNames());
        if (!clean && isTidy(file, encoding, dialect)) {
            String from = scan(file.path(), dialect.delimiter(), dialect.header(), dialect.width(), USUAL_LINE);
            return new TextTable(
                    names.names(),
                    from,
                    Map.of(),
                    true,
                    dialect.delimiter() == ';',
                    Files.size(file.path()),
                    names.notices());
        }
        return cleaned(file, encoding, dialect, names);
    }

    /** Whether one look at the bytes promises that the database's reader takes the file, and in the sense meant here. */
    private static boolean isTidy(InputFile file, TextEncoding encoding, Dialect dialect) throws IOException {
        boolean tidy = encoding.isUtf8()
                && dialect.plain()
                && !dialect.announced()
                && dialect.width() > 1
                && (!dialect.header() || dialect.first().size() == dialect.width());
        if (!tidy) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file.path())) {
            ByteSurvey survey = ByteSurvey.of(in);
            return survey.validUtf8() && !survey.nulls() && survey.plainLineEnds();
        }
    }

    /** Counts of what the parser met. */
    private static final class Meetings {
        private long shortRows;
        private long longRows;
    }

    private TextTable cleaned(InputFile file, TextEncoding encoding, Dialect dialect, Names names) throws IOException {
        Path target = Files.createTempFile(privateFolder, "clean", ".csv");
        Meetings meetings = new Meetings();
        List<ReadNotice> notices = new ArrayList<>(names.notices());
        MixedReader mixed = new MixedReader(InputStream.nullInputStream());
        long longest;
        try (java.io.Reader in = encoding.open(file.path());
                DelimitedParser parser = new DelimitedParser(in, dialect.delimiter());
                CleanWriter writer = new CleanWriter(target)) {
            copy(parser, writer, dialect, meetings);
            longest = writer.longestBytes();
            if (meetings.longRows > writer.rows()) {
                throw new WatertightException(
                        meetings.longRows + " of " + (meetings.longRows + writer.rows()) + " rows of '" + file.shown()
                                + "' have more than " + dialect.width() + " fields",
                        "it has another delimiter than '" + dialect.delimiter() + "': give it with --delimiter");
            }
            encodingNotice(file, encoding, in instanceof MixedReader reader ? reader : mixed, parser)
                    .ifPresent(notices::add);
        }
        if (meetings.shortRows > 0) {
            notices.add(notice(
                    ReadNotice.Kind.SHORT_ROWS,
                    meetings.shortRows,
                    rows(meetings.shortRows) + " of '" + file.shown() + "' with fewer than " + dialect.width()
                            + " fields, filled up with missing values"));
        }
        if (meetings.longRows > 0) {
            notices.add(notice(
                    ReadNotice.Kind.REJECTED_ROWS,
                    meetings.longRows,
                    rows(meetings.longRows) + " of '" + file.shown() + "' with more than " + dialect.width()
                            + " fields, left out"));
        }
        String from = scan(target, ',', false, dialect.width(), Math.max(longest, USUAL_LINE));
        return new TextTable(
                names.names(), from, Map.of(), true, dialect.delimiter() == ';', Files.size(target), notices);
    }

    private static void copy(DelimitedParser parser, CleanWriter writer, Dialect dialect, Meetings meetings)
            throws IOException {
        List<String> fields = new ArrayList<>();
        int skip = (dialect.announced() ? 1 : 0) + (dialect.header() ? 1 : 0);
        for (long record = 0; parser.next(fields); record++) {
            if (record < skip) {
                continue;
            }
            while (fields.size() > dialect.width()
                    && fields.get(fields.size() - 1).isBlank()) {
                fields.remove(fields.size() - 1);
            }
            if (fields.size() > dialect.width()) {
                meetings.longRows++;
                continue;
            }
            if (fields.size() < dialect.width()) {
                meetings.shortRows++;
            }
            writer.write(fields, dialect.width());
        }
    }

    private static Optional<ReadNotice> encodingNotice(
            InputFile file, TextEncoding encoding, MixedReader reader, DelimitedParser parser) {
        List<String> facts = new ArrayList<>();
        if (!encoding.isUtf8()) {
            facts.add("is written in " + encoding.charset().name());
        }
        if (reader.repaired() > 0) {
            facts.add("has " + reader.repaired() + " bytes that are not UTF-8 and were read as Windows-1252");
        }
        if (parser.nulls() > 0) {
            facts.add("has " + parser.nulls() + " NUL characters, which were left out");
        }
        if (parser.unclosed() > 0) {
            facts.add("has " + parser.unclosed() + " quotes that are never closed, which were read as text");
        }
        if (facts.isEmpty()) {
            return Optional.empty();
        }
        long count = reader.repaired() + parser.nulls() + parser.unclosed();
        return Optional.of(
                notice(ReadNotice.Kind.ENCODING, count, "'" + file.shown() + "' " + String.join(" and ", facts)));
    }

    private static ReadNotice notice(ReadNotice.Kind kind, long count, String message) {
        return new ReadNotice(kind, List.of(), count, message);
    }

    private static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    /** The call of the database's reader that takes the file by the rules or not at all. */
    static String scan(Path file, char delimiter, boolean header, int width, long longestLine) {
        StringBuilder sql = new StringBuilder("read_csv(")
                .append(Sql.literal(file.toAbsolutePath().toString()))
                .append(", auto_detect=false, strict_mode=true, quote='\"', escape='\"', compression='none'")
                .append(", hive_partitioning=false, delim=")
                .append(Sql.literal(String.valueOf(delimiter)))
                .append(", header=")
                .append(header);
        if (longestLine > USUAL_LINE) {
            sql.append(", max_line_size=").append(longestLine);
        }
        sql.append(", columns={");
        for (int column = 0; column < width; column++) {
            sql.append(column == 0 ? "" : ", ").append("'c").append(column).append("': 'VARCHAR'");
        }
        return sql.append("})").toString();
    }
}
