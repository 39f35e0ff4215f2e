package io.watertight.core.check;

/**
 * A step on the way from a source to a model, for findings about code.
 *
 * @param place where it happens
 * @param role what happens: {@code source}, {@code statistic}, {@code split}, {@code features}, {@code fit}, {@code score}, {@code select},
 *     {@code tune}, {@code resample}, {@code look-ahead}
 * @param message what happens there, in a few words
 */
public record FlowStep(Place place, String role, String message) {}
