package io.watertight.app.report;

/**
 * A picture with its caption.
 *
 * @param heading what it shows
 * @param caption how to read it
 * @param svg the picture
 */
public record Plot(String heading, String caption, String svg) {}
