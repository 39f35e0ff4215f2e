package io.watertight.engine.internal.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes small .xlsx files: an empty sheet and one with the given rows, each a row element of SpreadsheetML. */
final class Workbook {

    private Workbook() {}

    static byte[] of(String... rows) {
        Map<String, String> parts = new LinkedHashMap<>();
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/package/2006/relationships";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String content = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='" + types + "'>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='" + content + "sheet.main+xml'/>"
                        + "<Override PartName='/xl/styles.xml' ContentType='" + content + "styles+xml'/>"
                        + "</Types>");
        parts.put("_rels/.rels", "<Relationships xmlns='" + relations + "'/>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + main + "' xmlns:r='" + office + "'><sheets>"
                        + "<sheet name='empty' sheetId='1' r:id='r1'/><sheet name='data' sheetId='2' r:id='r2'/>"
                        + "</sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='" + relations + "'>"
                        + "<Relationship Id='r1' Type='" + office + "/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='r2' Type='" + office + "/worksheet' Target='worksheets/sheet2.xml'/>"
                        + "<Relationship Id='r3' Type='" + office + "/styles' Target='styles.xml'/>"
                        + "</Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns='" + main
                        + "'><numFmts count='1'><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/>"
                        + "</numFmts><cellXfs count='3'><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>"
                        + "</styleSheet>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns='" + main + "'><sheetData/></worksheet>");
        parts.put(
                "xl/worksheets/sheet2.xml",
                "<worksheet xmlns='" + main + "'><sheetData>" + String.join("", rows) + "</sheetData></worksheet>");
        return zip(parts);
    }

    static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    static byte[] example() {
        return of(
                "<row r='2'><c r='B2' t='inlineStr'><is><t>name</t></is></c><c r='C2' t='inlineStr'><is><t>born</t></is></c>"
                        + "<c r='D2' t='inlineStr'><is><t>score</t></is></c><c r='E2' t='inlineStr'><is><t>paid</t></is></c></row>",
                "<row r='3'><c r='B3' t='inlineStr'><is><t>ann</t></is></c><c r='C3' s='1'><v>45657</v></c>"
                        + "<c r='D3'><v>1.5</v></c><c r='E3' t='b'><v>1</v></c></row>",
                "<row r='5'><c r='B5' t='inlineStr'><is><t>bob</t></is></c><c r='C5' s='2'><v>36526</v></c>"
                        + "<c r='E5' t='b'><v>0</v></c></row>");
    }
}
