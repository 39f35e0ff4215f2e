package io.watertight.app.report;

import java.io.IOException;

/** A sheet as one page in one file, in the looks of the audit's. */
final class SheetHtml {

    private SheetHtml() {}

    static void write(Sheet sheet, Appendable out) throws IOException {
        OfflinePage frame = OfflinePage.load();
        frame.render("sheet.jte", new SheetPage(frame.policy(), frame.style(), frame.script(), sheet), out);
    }
}
