package io.watertight.core.report;

import io.watertight.core.study.Guess;
import io.watertight.core.study.Key;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The study as understood, as JSON. */
final class JsonStudy {

    private JsonStudy() {}

    static ObjectNode of(Study study, ReportOptions options) {
        ObjectNode node = Json.object();
        node.put("name", StudyName.of(study));
        node.set("data", Json.strings(study.declaration().data()));
        node.set("test", Json.strings(study.declaration().test()));
        study.target()
                .ifPresentOrElse(target -> node.put("task", Wording.lower(target.task())), () -> node.putNull("task"));
        study.target()
                .ifPresentOrElse(target -> node.set("target", target(target, options)), () -> node.putNull("target"));
        node.set("ids", keys(study.ids()));
        node.set("groups", keys(study.groups()));
        node.set("times", keys(study.times()));
        study.predictAt()
                .ifPresentOrElse(point -> node.put("predict_at", point.toString()), () -> node.putNull("predict_at"));
        study.purpose()
                .ifPresentOrElse(purpose -> node.put("purpose", Wording.lower(purpose)), () -> node.putNull("purpose"));
        node.put("split", Wording.lower(study.split()));
        ObjectNode roles = node.putObject("roles");
        ObjectNode types = node.putObject("types");
        ObjectNode knownAt = node.putObject("known_at");
        study.columns().forEach(column -> {
            roles.put(column.name(), Wording.lower(column.role()));
            types.put(column.name(), Wording.lower(column.type()));
            knownAt.put(column.name(), column.knownAt().toString());
        });
        ArrayNode guesses = node.putArray("guesses");
        study.guesses().forEach(guess -> guesses.add(guess(guess, study, options)));
        return node;
    }

    private static ObjectNode target(Target target, ReportOptions options) {
        ObjectNode node = Json.object();
        node.put("column", target.column());
        ClassNames names = new ClassNames(target, options.showValues());
        node.set(
                "classes",
                Json.strings(IntStream.range(0, target.classes().size())
                        .mapToObj(names::name)
                        .toList()));
        if (target.task().isClassification()) {
            node.put("positive", target.positive());
        } else {
            node.putNull("positive");
        }
        return node;
    }

    private static ArrayNode keys(List<Key> keys) {
        ArrayNode array = Json.strings(List.of());
        keys.forEach(key -> array.add(Json.strings(key.columns())));
        return array;
    }

    private static ObjectNode guess(Guess guess, Study study, ReportOptions options) {
        ObjectNode node = Json.object();
        node.put("about", guess.about());
        node.put("value", ClassNames.of(guess, study, options));
        node.put("because", guess.because());
        return node;
    }
}
