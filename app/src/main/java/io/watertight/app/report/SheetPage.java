package io.watertight.app.report;

/**
 * All that the template of a sheet prints. Strings are plain text, escaped by the template, but for the style sheet, the script and the
 * plots.
 *
 * @param policy the content security policy: nothing is loaded from anywhere
 * @param style the style sheet
 * @param script the script
 * @param sheet the sheet
 */
public record SheetPage(String policy, String style, String script, Sheet sheet) {}
