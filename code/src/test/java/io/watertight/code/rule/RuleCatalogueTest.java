package io.watertight.code.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.watertight.code.CodeTester;
import io.watertight.code.lint.Rules;
import io.watertight.core.check.Category;
import io.watertight.core.check.Finding;
import io.watertight.core.check.Severity;
import io.watertight.testkit.ExamplePage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every rule about code. Failures say what to add. */
final class RuleCatalogueTest {

    private static final String SERVICES = "META-INF/services/io.watertight.code.rule.Rule";

    private static final Pattern EXAMPLE =
            Pattern.compile("^```python (bad|good)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<Rule> rules() {
        return Rules.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void idTitleCategoryAndFamilyAreWellFormed(Rule rule) {
        assertThat(rule.info().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)+");
        assertThat(rule.info().title()).hasSizeBetween(10, 70).doesNotEndWith(".");
        assertThat(rule.info().category())
                .as("a rule about code names its failure mode")
                .isNotEqualTo(Category.NONE);
        assertThat(Rule.FAMILIES).contains(rule.family());
    }

    @Test
    void idsAreUnique() {
        assertThat(rules().map(rule -> rule.info().id())).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void pageHasTheTitleAndAllHeadings(Rule rule) throws IOException {
        ExamplePage page = ExamplePage.parse(page(rule));
        assertThat(page.title()).isEqualTo(rule.info().title());
        assertThat(page.headings()).containsExactlyElementsOf(ExamplePage.HEADINGS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void badExamplesAreFoundByThisRule(Rule rule) throws IOException {
        List<String> examples = examples(rule, "bad");
        assertThat(examples)
                .as("%s.md needs a 'python bad' block", rule.info().id())
                .isNotEmpty();
        for (String example : examples) {
            assertThat(found(example).stream().map(Finding::check))
                    .as("rules that find%n%s", example)
                    .contains(rule.info().id());
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void goodExamplesAreFoundByNoRule(Rule rule) throws IOException {
        List<String> examples = examples(rule, "good");
        assertThat(examples)
                .as("%s.md needs a 'python good' block", rule.info().id())
                .isNotEmpty();
        for (String example : examples) {
            assertThat(found(example).stream()
                            .filter(finding -> finding.severity() != Severity.INFO
                                    || finding.check().equals(rule.info().id())))
                    .as("findings in%n%s", example)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findingsOfBadExamplesTellTheirWay(Rule rule) throws IOException {
        for (String example : examples(rule, "bad")) {
            assertThat(CodeTester.findings(rule, example)).allSatisfy(finding -> {
                assertThat(finding.message()).endsWith(".");
                assertThat(finding.evidence().flow()).isNotEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void testClassExists(Rule rule) {
        String name = rule.getClass().getName() + "Test";
        assertThatCode(() -> Class.forName(name)).as("add %s", name).doesNotThrowAnyException();
    }

    @Test
    void servicesFileIsSorted() throws IOException {
        try (InputStream stream = Rule.class.getClassLoader().getResourceAsStream(SERVICES)) {
            assertThat(stream).as(SERVICES).isNotNull();
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .as("keep %s sorted", SERVICES)
                    .isSorted()
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Finding> found(String code) {
        return rules().flatMap(rule -> CodeTester.findings(rule, code).stream()).toList();
    }

    private static List<String> examples(Rule rule, String which) throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher block = EXAMPLE.matcher(page(rule));
        while (block.find()) {
            if (block.group(1).equals(which)) {
                examples.add(block.group(2));
            }
        }
        return examples;
    }

    private static String page(Rule rule) throws IOException {
        String name = rule.info().id() + ".md";
        try (InputStream stream = rule.getClass().getResourceAsStream(name)) {
            assertThat(stream)
                    .as("add the page %s beside %s in src/main/resources", name, rule.getClass())
                    .isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
