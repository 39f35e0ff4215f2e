package io.watertight.app;

import io.watertight.code.lint.Rules;
import io.watertight.code.lint.SuppressionComment;
import io.watertight.core.check.CheckInfo;
import io.watertight.core.lint.LintRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules about code that are on the class path, with their pages. */
final class CodeRules {

    private CodeRules() {}

    /** Sorted by id. */
    static List<LintRule> all() {
        Stream<LintRule> rules =
                Rules.all().stream().map(rule -> describe(rule.info(), rule.family(), rule.getClass()));
        return Stream.concat(
                        rules,
                        Stream.of(describe(
                                SuppressionComment.class.getAnnotation(CheckInfo.class),
                                SuppressionComment.FAMILY,
                                SuppressionComment.class)))
                .sorted(Comparator.comparing(LintRule::id))
                .toList();
    }

    static Optional<LintRule> find(String id) {
        return all().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static LintRule describe(CheckInfo info, String family, Class<?> home) {
        return new LintRule(
                info.id(), info.title(), info.category(), info.severity(), family, page(home, info.id() + ".md"));
    }

    private static String page(Class<?> home, String name) {
        try (InputStream stream = home.getResourceAsStream(name)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
