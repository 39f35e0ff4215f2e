package io.watertight.core.engine;

import io.watertight.core.WatertightException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engines on the class path. */
public final class Engines {

    private Engines() {}

    /**
     * Finds an engine.
     *
     * @param name the one wanted; if empty, the first by name, so that the local engine wins whatever the order of the class path
     * @throws WatertightException if there is none
     */
    public static Engine find(Optional<String> name) {
        List<Engine> engines = ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Engine::name))
                .toList();
        Optional<Engine> found = engines.stream()
                .filter(engine -> name.map(engine.name()::equals).orElse(true))
                .findFirst();
        if (name.isPresent() && found.isEmpty() && !engines.isEmpty()) {
            List<String> names = engines.stream().map(Engine::name).toList();
            throw new WatertightException(
                    "The engine '" + name.get() + "' is not here, only " + String.join(", ", names) + ".",
                    name.get().equals("spark")
                            ? "start it by the launcher: watertight audit ... --engine spark; or add"
                                    + " watertight-engine-spark.jar and Spark to the class path"
                            : "choose one of these: --engine " + names.get(0));
        }
        return found.orElseThrow(() -> new WatertightException(
                "No engine is installed.", "build or unpack Watertight again: its folder lib is incomplete"));
    }
}
