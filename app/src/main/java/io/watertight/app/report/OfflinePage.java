package io.watertight.app.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.watertight.core.report.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What every page carries with it, so that it works without a network.
 *
 * @param policy the content security policy: only this style and this script run, and nothing is loaded from anywhere
 * @param style the style sheet
 * @param script the script
 */
record OfflinePage(String policy, String style, String script) {

    static OfflinePage load() {
        String style = resource("report.css");
        String script = resource("report.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        return new OfflinePage(policy, style, script);
    }

    /** Fills a template and writes it. */
    void render(String template, Object page, Appendable out) throws IOException {
        StringOutput output = new StringOutput();
        TemplateEngine.createPrecompiled(ContentType.Html).render(template, page, output);
        // One sieve for all: whatever name or message it came from, no text of the page steers or turns anything.
        for (String line : output.toString().split("\n", -1)) {
            if (!line.isBlank()) {
                out.append(Visible.text(line)).append('\n');
            }
        }
    }

    private static String resource(String name) {
        try (InputStream stream = OfflinePage.class.getResourceAsStream(name)) {
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
