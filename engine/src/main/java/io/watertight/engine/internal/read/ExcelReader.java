package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the first sheet of an .xlsx workbook that has data. Its cells become delimited text, which is then read like any other.
 *
 * @param privateFolder for the text
 * @param expansion limits of what the workbook may unpack to
 */
record ExcelReader(Path privateFolder, Expansion expansion) {

    TextTable read(InputFile file, Optional<Boolean> header) throws IOException {
        Path target = Files.createTempFile(privateFolder, "sheet", ".csv");
        checkSize(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.path().toFile(), new ReadingOptions(true, true))) {
            boolean found = false;
            for (Iterator<Sheet> sheets = workbook.getSheets().iterator(); !found && sheets.hasNext(); ) {
                found = write(sheets.next(), target);
            }
            if (!found) {
                throw new WatertightException("no sheet of '" + file.shown() + "' has data", "check that it was saved");
            }
        } catch (IOException | RuntimeException failure) {
            throw damaged(file, failure);
        }
        return new DelimitedReader(privateFolder, Optional.of(','), header, false).read(file.at(target));
    }

    /** The library reads the parts of a workbook without a limit, so their announced sizes are judged first. */
    private void checkSize(InputFile file) throws IOException {
        long packed = Files.size(file.path());
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            long unpacked = zip.stream().mapToLong(ZipEntry::getSize).sum();
            if (unpacked > expansion.free() && unpacked / expansion.ratio() > packed) {
                throw new WatertightException(
                        "'" + file.shown() + "' unpacks to more than " + expansion.ratio() + " times its " + packed
                                + " bytes",
                        "export the sheet as CSV if you trust it");
            }
        } catch (IOException failure) {
            throw damaged(file, failure);
        }
    }

    private static WatertightException damaged(InputFile file, Exception failure) {
        return failure instanceof WatertightException known
                ? known
                : new WatertightException(
                        "'" + file.shown() + "' is a damaged workbook", "open it and save it again", failure);
    }

    /** @return false for a sheet without data */
    private static boolean write(Sheet sheet, Path target) throws IOException {
        int width = 0;
        int first = Integer.MAX_VALUE;
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> cells = texts(row);
                for (int column = 0; column < cells.size(); column++) {
                    if (!cells.get(column).isBlank()) {
                        first = Math.min(first, column);
                        width = Math.max(width, column + 1);
                    }
                }
            }
        }
        if (width == 0) {
            return false;
        }
        try (Stream<Row> rows = sheet.openStream();
                CleanWriter writer = new CleanWriter(target)) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                List<String> cells = texts(row);
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    writer.write(cells.subList(Math.min(first, cells.size()), cells.size()), width - first);
                }
            }
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
        return true;
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        for (@Nullable Cell cell : row) {
            if (cell != null) {
                texts.addAll(Collections.nCopies(Math.max(0, cell.getColumnIndex() - texts.size()), ""));
                texts.add(text(cell));
            }
        }
        return texts;
    }

    private static String text(Cell cell) {
        CellType type = cell.getType();
        if (type == CellType.EMPTY || type == CellType.ERROR) {
            return "";
        }
        if (type == CellType.BOOLEAN) {
            return cell.asBoolean() ? "true" : "false";
        }
        if (type == CellType.NUMBER) {
            return number(cell, cell.asNumber());
        }
        @Nullable String text = type == CellType.FORMULA ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text;
    }

    private static String number(Cell cell, BigDecimal value) {
        boolean date = isDate(cell.getDataFormatId(), cell.getDataFormatString());
        if (date && value.signum() > 0 && value.doubleValue() >= 1 && value.doubleValue() < 2_958_466) {
            LocalDateTime time = cell.asDate();
            return time.toLocalDate() + (time.toLocalTime().toSecondOfDay() == 0 ? "" : " " + clock(time));
        }
        return value.scale() > 300 || value.scale() < -300 ? value.toString() : value.toPlainString();
    }

    private static String clock(LocalDateTime time) {
        // Days as decimal numbers hold seconds, but not exactly.
        LocalDateTime rounded = time.plusNanos(500_000_000L);
        return "%02d:%02d:%02d".formatted(rounded.getHour(), rounded.getMinute(), rounded.getSecond());
    }

    /** Built-in formats by number (ECMA-376, 18.8.30), others by the letters in them that are no text. */
    private static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null
                && ((id >= 14 && id <= 22)
                        || (id >= 27 && id <= 36)
                        || (id >= 45 && id <= 47)
                        || (id >= 50 && id <= 58))) {
            return true;
        }
        return format != null
                && format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").matches("(?is).*[ymdh].*")
                && !format.equalsIgnoreCase("general");
    }
}
