package io.watertight.core.study;

/**
 * Something the program took for granted. A guess never makes a check PASSED or a finding PROVEN.
 *
 * @param about what it is about, e.g. {@code id}, {@code task}
 * @param value what was assumed
 * @param because why, in words a user can contradict
 */
public record Guess(String about, String value, String because) {}
