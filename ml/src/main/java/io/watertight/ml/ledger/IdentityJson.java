package io.watertight.ml.ledger;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spells the identity of a test set; its hashes as base 64 of big-endian numbers. */
final class IdentityJson {

    private IdentityJson() {}

    static ObjectNode write(TestSetIdentity identity) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("digest", identity.digest()).put("rows", identity.rows());
        ArrayNode views = node.putArray("views");
        for (RowSketch view : identity.views()) {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * view.smallest().length);
            for (long hash : view.smallest()) {
                bytes.putLong(hash);
            }
            views.addObject()
                    .put("columns", view.columns())
                    .put("distinct", view.distinct())
                    .put("hashes", Base64.getEncoder().encodeToString(bytes.array()));
        }
        return node;
    }

    static TestSetIdentity read(JsonNode node) {
        List<RowSketch> views = new ArrayList<>();
        for (JsonNode view : node.required("views")) {
            ByteBuffer bytes = ByteBuffer.wrap(
                    Base64.getDecoder().decode(view.required("hashes").asString()));
            long[] smallest = new long[bytes.remaining() / Long.BYTES];
            bytes.asLongBuffer().get(smallest);
            views.add(new RowSketch(
                    view.required("columns").asInt(), view.required("distinct").asLong(), smallest));
        }
        return new TestSetIdentity(
                node.required("digest").asString(), node.required("rows").asLong(), views);
    }
}
