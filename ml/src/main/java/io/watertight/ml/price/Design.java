package io.watertight.ml.price;

import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Splitter;

/**
 * A way to set up the study: rows with their roles, and how they are split. Two designs of one study have the same row ids, but what is
 * declared as a group or time in one may be a feature in the other.
 *
 * @param name {@code random}, {@code group}, {@code time}
 * @param dataset its rows
 * @param splitter its split
 */
public record Design(String name, Dataset dataset, Splitter splitter) {}
