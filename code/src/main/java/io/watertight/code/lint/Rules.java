package io.watertight.code.lint;

import io.watertight.code.rule.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The rules on the class path, by id. */
public final class Rules {

    private Rules() {}

    public static List<Rule> all() {
        return ServiceLoader.load(Rule.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(rule -> rule.info().id()))
                .toList();
    }
}
