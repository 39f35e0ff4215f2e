package io.watertight.checks.target;

import io.watertight.core.statistic.ReferenceModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * The strongest feature of a sample and what is left without it.
 *
 * @param family the strongest feature, then those that tell the same
 * @param rest all other features
 */
record Carrier(List<String> family, List<String> rest) {

    Carrier {
        family = List.copyOf(family);
        rest = List.copyOf(rest);
    }

    ReferenceModel withAll() {
        return new ReferenceModel(Stream.concat(family.stream(), rest.stream()).toList());
    }

    ReferenceModel without() {
        return new ReferenceModel(rest);
    }
}
