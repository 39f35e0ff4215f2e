package io.watertight.code.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.code.CodeTester;
import io.watertight.code.lint.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageExamplesTest {

    private static final Pattern BLOCK = Pattern.compile("```python (bad|good)\n(.*?)```", Pattern.DOTALL);

    private static final List<String> PACKAGES = List.of("time", "split", "group");

    static Stream<Rule> rules() {
        return Rules.all().stream()
                .filter(rule -> PACKAGES.stream()
                        .anyMatch(name -> rule.getClass().getPackageName().endsWith("." + name)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPageShowsALeakThatIsFoundAndItsInnocentTwin(Rule rule) throws IOException {
        Matcher block = BLOCK.matcher(page(rule));
        List<String> shown = new ArrayList<>();
        while (block.find()) {
            shown.add(block.group(1));
            assertThat(CodeTester.findings(rule, block.group(2)).isEmpty())
                    .as("%s, %s example", rule.info().id(), block.group(1))
                    .isEqualTo(block.group(1).equals("good"));
        }
        assertThat(shown).contains("bad", "good");
    }

    private static String page(Rule rule) throws IOException {
        try (InputStream in = rule.getClass().getResourceAsStream(rule.info().id() + ".md")) {
            assertThat(in).as("page of %s", rule.info().id()).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
