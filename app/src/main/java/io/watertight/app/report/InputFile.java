package io.watertight.app.report;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that was read, known by its content.
 *
 * @param name without its folder; a glob, a folder or a pipe as it was typed
 * @param part what its rows are for
 * @param bytes how long it is, if it is a file
 * @param sha256 of its bytes, in hexadecimal digits, if it is a file
 */
public record InputFile(String name, String part, OptionalLong bytes, Optional<String> sha256) {}
