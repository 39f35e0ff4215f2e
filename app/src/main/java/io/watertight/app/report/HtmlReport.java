package io.watertight.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.watertight.core.audit.AuditReport;
import io.watertight.core.check.Catalogue;
import io.watertight.core.report.ReportOptions;
import io.watertight.core.report.ReportWriter;
import io.watertight.core.report.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * One page in one file that works without a network: style, script and pictures are in it, and its content security policy
 * forbids to load anything else. Without scripts everything can still be read.
 */
public final class HtmlReport implements ReportWriter {

    private final Catalogue catalogue;

    /** @param catalogue tells titles and categories of checks and has their pages */
    public HtmlReport(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public String name() {
        return "html";
    }

    @Override
    public String extension() {
        return "html";
    }

    @Override
    public void write(AuditReport report, ReportOptions options, Appendable out) throws IOException {
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        ReportPage page = new ReportPages(report, catalogue, options).page(policy, style, script);
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render("report.jte", page, output);
        // One sieve for all: whatever name or message it came from, no text of the page steers or turns anything.
        for (String line : output.toString().split("\n", -1)) {
            if (!line.isBlank()) {
                out.append(Visible.text(line)).append('\n');
            }
        }
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlReport.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r", "")
                    .replaceAll("\n{2,}", "\n")
                    .strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
