package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import java.util.Set;

/**
 * Rows are taken together by the values of columns: the program knows of several rows with one value.
 *
 * @param id the number of the fact
 * @param site the call
 * @param data what is grouped
 * @param keys the columns, as far as they are named
 */
public record Grouping(int id, Span site, Data data, Set<String> keys) {}
