package io.watertight.core.lint;

import io.watertight.core.check.Category;
import io.watertight.core.check.Severity;

/**
 * What reports say of a rule about code.
 *
 * @param id kebab-case, named after the defect
 * @param title what a finding says
 * @param category failure mode
 * @param severity how bad a finding is unless the rule says otherwise
 * @param family the kind of leak, e.g. {@code preprocessing}
 * @param page its page, Markdown; empty if it has none
 */
public record LintRule(String id, String title, Category category, Severity severity, String family, String page) {}
