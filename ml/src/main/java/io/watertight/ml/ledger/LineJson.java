package io.watertight.ml.ledger;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one spelling of a line: keys in this order, no blanks, ASCII only, so that no editor and no code page can change it unseen. */
final class LineJson {

    static final int VERSION = 1;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private LineJson() {}

    static String write(Line line) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", VERSION);
        root.put("number", line.number());
        root.put("previous", line.previous());
        root.put("time", line.time());
        root.put("by", line.by());
        ObjectNode saw = root.putObject("saw");
        new TreeMap<>(line.saw())
                .forEach((chain, head) ->
                        saw.putObject(chain).put("entries", head.entries()).put("hash", head.hash()));
        root.set("entry", entry(line.entry()));
        return MAPPER.writeValueAsString(root);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws RuntimeException if it is something else
     */
    static Line read(String json) {
        JsonNode root = MAPPER.readTree(json);
        if (root.required("version").asInt() != VERSION) {
            throw new IllegalArgumentException("version " + root.required("version"));
        }
        Map<String, Head> saw = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> seen : root.required("saw").properties()) {
            saw.put(
                    seen.getKey(),
                    new Head(seen.getValue().required("entries").asInt(), text(seen.getValue(), "hash")));
        }
        return new Line(
                root.required("number").asInt(),
                text(root, "previous"),
                text(root, "time"),
                text(root, "by"),
                saw,
                entry(root.required("entry")));
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (entry instanceof Entry.Locked locked) {
            node.put("kind", "locked").put("study", locked.study());
            node.set("policy", policy(locked.policy()));
            node.set("set", IdentityJson.write(locked.identity()));
        } else if (entry instanceof Entry.Inspected inspected) {
            node.put("kind", "inspected").put("set", inspected.set()).put("what", inspected.what());
        } else if (entry instanceof Entry.Assessed assessed) {
            AssessmentSubject subject = assessed.subject();
            node.put("kind", "assessed").put("set", assessed.set());
            node.put("subject", subject.hash()).put("measure", subject.measure());
            node.put("note", subject.note());
        } else if (entry instanceof Entry.Scored scored) {
            outcome(node.put("kind", "scored"), scored);
        } else if (entry instanceof Entry.Answered answered) {
            outcome(node.put("kind", "answered"), answered);
            node.put("from-test", answered.fromTest()).put("threshold", answered.threshold());
        } else if (entry instanceof Entry.TunedOn tuned) {
            node.put("kind", "tuned-on").put("set", tuned.set()).put("because", tuned.because());
        } else if (entry instanceof Entry.PolicyChanged changed) {
            node.put("kind", "policy-changed").put("set", changed.set());
            node.set("policy", policy(changed.policy()));
            node.put("because", changed.because());
        }
        return node;
    }

    private static Entry entry(JsonNode node) {
        return switch (text(node, "kind")) {
            case "locked" ->
                new Entry.Locked(
                        IdentityJson.read(node.required("set")), text(node, "study"), policy(node.required("policy")));
            case "inspected" -> new Entry.Inspected(text(node, "set"), text(node, "what"));
            case "assessed" ->
                new Entry.Assessed(
                        text(node, "set"),
                        new AssessmentSubject(text(node, "subject"), text(node, "measure"), text(node, "note")));
            case "scored" -> new Entry.Scored(text(node, "assessment"), number(node, "value"), standardError(node));
            case "answered" ->
                new Entry.Answered(
                        text(node, "assessment"),
                        number(node, "value"),
                        standardError(node),
                        node.required("from-test").asBoolean(),
                        number(node, "threshold"));
            case "tuned-on" -> new Entry.TunedOn(text(node, "set"), text(node, "because"));
            case "policy-changed" ->
                new Entry.PolicyChanged(text(node, "set"), policy(node.required("policy")), text(node, "because"));
            default -> throw new IllegalArgumentException("kind " + node.required("kind"));
        };
    }

    private static void outcome(ObjectNode node, Entry.Outcome outcome) {
        node.put("assessment", outcome.assessment()).put("value", outcome.value());
        outcome.standardError().ifPresent(error -> node.put("standard-error", error));
    }

    private static OptionalDouble standardError(JsonNode node) {
        return node.has("standard-error") ? OptionalDouble.of(number(node, "standard-error")) : OptionalDouble.empty();
    }

    private static ObjectNode policy(AssessmentPolicy policy) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("name", policy.word());
        if (policy instanceof AssessmentPolicy.Reusable reusable) {
            node.put("threshold", reusable.threshold()).put("noise", reusable.noise());
            node.put("budget", reusable.budget());
        }
        return node;
    }

    private static AssessmentPolicy policy(JsonNode node) {
        return switch (text(node, "name")) {
            case "once" -> new AssessmentPolicy.Once();
            case "record" -> new AssessmentPolicy.Recorded();
            case "thresholdout" ->
                new AssessmentPolicy.Reusable(
                        number(node, "threshold"),
                        number(node, "noise"),
                        node.required("budget").asInt());
            default -> throw new IllegalArgumentException("policy " + node.required("name"));
        };
    }

    private static String text(JsonNode node, String key) {
        return node.required(key).asString();
    }

    private static double number(JsonNode node, String key) {
        return node.required(key).asDouble();
    }
}
