package io.watertight.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Validates JSON against a schema on the class path. */
final class JsonSchema {

    private final Schema schema;

    JsonSchema(SpecificationVersion version, String resource) throws IOException {
        try (InputStream stream = JsonSchema.class.getResourceAsStream(resource)) {
            assertThat(stream).as(resource).isNotNull();
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            schema = SchemaRegistry.withDefaultDialect(version).getSchema(text, InputFormat.JSON);
        }
    }

    void assertValid(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    void assertInvalid(String json) {
        assertThat(schema.validate(json, InputFormat.JSON)).isNotEmpty();
    }
}
