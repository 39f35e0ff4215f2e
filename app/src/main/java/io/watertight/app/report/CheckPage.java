package io.watertight.app.report;

import io.watertight.core.WatertightException;
import io.watertight.core.check.Catalogue;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Sections of a check's Markdown page as HTML. Raw HTML in a page is shown as text. Thread-safe. */
final class CheckPage {

    private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .build();

    private CheckPage() {}

    /** The section under a heading of the check's page as HTML; empty if the check, its page or the section is not there. */
    static String section(Catalogue catalogue, String check, String heading) {
        try {
            return section(Catalogue.page(catalogue.get(check)), heading);
        } catch (WatertightException | IllegalStateException noPage) {
            // A report may speak of a check of another version or plug-in.
            return "";
        }
    }

    static String section(String markdown, String heading) {
        Node page = PARSER.parse(markdown);
        Document section = new Document();
        boolean inside = false;
        Node next;
        for (Node node = page.getFirstChild(); node != null; node = next) {
            next = node.getNext();
            if (node instanceof Heading title && title.getLevel() <= 2) {
                inside = title.getFirstChild() instanceof Text text
                        && text.getLiteral().strip().equalsIgnoreCase(heading);
            } else if (inside) {
                section.appendChild(node);
            }
        }
        return RENDERER.render(section).strip();
    }
}
