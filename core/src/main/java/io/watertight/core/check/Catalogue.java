package io.watertight.core.check;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The checks on the class path, by id. Immutable; thread-safe. */
public final class Catalogue {

    private final Map<String, Check<?>> checks = new LinkedHashMap<>();

    private Catalogue(List<Check<?>> all) {
        all.stream().sorted(Comparator.comparing(check -> check.info().id())).forEach(check -> {
            if (checks.put(check.info().id(), check) != null) {
                throw new IllegalStateException(
                        "two checks are called " + check.info().id());
            }
        });
    }

    /** Every check that {@code META-INF/services} lists. */
    @SuppressWarnings("rawtypes") // a service type cannot carry a wildcard
    public static Catalogue load() {
        return new Catalogue(ServiceLoader.load(Check.class).stream()
                .<Check<?>>map(provider -> (Check<?>) provider.get())
                .toList());
    }

    public static Catalogue of(Check<?>... checks) {
        return new Catalogue(List.of(checks));
    }

    /** All checks, sorted by id. */
    public List<Check<?>> checks() {
        return List.copyOf(checks.values());
    }

    /** @throws WatertightException if there is no such check; the message offers the nearest id */
    public Check<?> get(String id) {
        Check<?> check = checks.get(id);
        if (check == null) {
            throw new WatertightException(
                    "There is no check '" + id + "'.",
                    io.watertight.core.numeric.Spelling.nearest(id, checks.keySet())
                            .map(near -> "you mean '" + near + "'")
                            .orElse("run 'watertight checks' for the list"));
        }
        return check;
    }

    /** The Markdown page that lies beside the check's class. */
    public static String page(Check<?> check) {
        String name = check.info().id() + ".md";
        try (InputStream stream = check.getClass().getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(check.getClass() + " has no page " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
