package io.watertight.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who answers for what is written into a study. */
final class Person {

    private Person() {}

    /** The name given, or the user's; empty if neither says anything. */
    static Optional<String> named(@Nullable String given) {
        return Optional.ofNullable(given == null ? System.getProperty("user.name") : given)
                .filter(name -> !name.isBlank());
    }
}
