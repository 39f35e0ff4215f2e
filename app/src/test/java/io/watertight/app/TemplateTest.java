package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    @Test
    void templatesAreCompiledIntoTheJarAndEscapeWhatTheyPrint() {
        Content content = output -> output.writeUserContent("text");
        StringOutput output = new StringOutput();

        TemplateEngine.createPrecompiled(ContentType.Html)
                .render("page.jte", Map.of("title", "<i>column</i>", "content", content), output);

        assertThat(output.toString()).contains("<title>&lt;i&gt;column&lt;/i&gt;</title>");
    }
}
