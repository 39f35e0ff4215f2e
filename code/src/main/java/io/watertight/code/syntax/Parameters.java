package io.watertight.code.syntax;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of a function.
 *
 * @param positional those that may be given by position, in order
 * @param keywordOnly those behind the star
 * @param rest the name of {@code *args}
 * @param keywordRest the name of {@code **kwargs}
 */
public record Parameters(
        List<Parameter> positional,
        List<Parameter> keywordOnly,
        Optional<String> rest,
        Optional<String> keywordRest,
        Span span)
        implements Node {

    public Parameters {
        positional = List.copyOf(positional);
        keywordOnly = List.copyOf(keywordOnly);
    }

    /** One parameter and its default. */
    public record Parameter(String name, Optional<Expression> fallback) {}
}
