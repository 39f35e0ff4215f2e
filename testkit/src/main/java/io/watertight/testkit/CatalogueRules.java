package io.watertight.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.watertight.core.check.Catalogue;
import io.watertight.core.check.Check;
import io.watertight.core.check.CheckResult;
import io.watertight.core.check.CheckStatus;
import io.watertight.core.check.FalsePositiveRate;
import io.watertight.testkit.ExamplePage.Example;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules about checks; a module that brings checks extends this class in its tests. Failures say what to add. */
public abstract class CatalogueRules {

    private static final String SERVICES = "META-INF/services/io.watertight.core.check.Check";

    private static final Pattern INNOCENT =
            Pattern.compile("innocent|acquit|accuse|alone|sound", Pattern.CASE_INSENSITIVE);

    static Stream<Check<?>> checks() {
        return Catalogue.load().checks().stream();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void idIsKebabCaseAndTitleIsShortWithoutFullStop(Check<?> check) {
        assertThat(check.info().id()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(check.info().title()).hasSizeBetween(10, 70).doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("checks")
    void pageHasTheTitleAndAllHeadings(Check<?> check) {
        ExamplePage page = ExamplePage.parse(Catalogue.page(check));
        assertThat(page.title())
                .as("first line of %s.md", check.info().id())
                .isEqualTo(check.info().title());
        assertThat(page.headings())
                .as(
                        "second-level headings of %s.md; see CONTRIBUTING.md",
                        check.info().id())
                .containsExactlyElementsOf(ExamplePage.HEADINGS);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void badExampleIsFoundAndGoodOneIsNot(Check<?> check) {
        List<Example> examples = ExamplePage.parse(Catalogue.page(check)).examples();
        assertThat(examples)
                .as("%s.md needs a 'sql bad' block", check.info().id())
                .anyMatch(Example::bad);
        assertThat(examples)
                .as("%s.md needs a 'sql good' block", check.info().id())
                .anyMatch(one -> !one.bad());
        for (Example example : examples) {
            CheckResult result = example.on(CheckTester.of(check)).result();
            assertThat(result.status())
                    .as("%s example of %s.md (%s)", example.bad() ? "bad" : "good", result.id(), result.reason())
                    .isEqualTo(example.bad() ? CheckStatus.FOUND : CheckStatus.PASSED);
        }
    }

    @ParameterizedTest
    @MethodSource("checks")
    void testClassExists(Check<?> check) {
        assertThatCode(() -> Class.forName(check.getClass().getName() + "Test"))
                .as(
                        "add a test class %sTest beside the check's package in src/test",
                        check.getClass().getName())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("checks")
    void innocentTwinIsTested(Check<?> check) throws ClassNotFoundException {
        List<String> methods = Stream.of(
                        Class.forName(check.getClass().getName() + "Test").getDeclaredMethods())
                .map(Method::getName)
                .toList();
        assertThat(methods)
                .as(
                        "%sTest needs a test of an innocent twin, with one of the words %s in its name",
                        check.getClass().getSimpleName(), INNOCENT)
                .anyMatch(name -> INNOCENT.matcher(name).find());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void falsePositiveRateIsMeasured(Check<?> check) {
        assertThat(FalsePositiveRate.all())
                .as("no figure in %s: run benchmark/null-calibration", FalsePositiveRate.RESOURCE)
                .containsKey(check.info().id());
    }

    @Test
    void servicesFileIsSorted() throws IOException {
        try (InputStream stream = getClass().getClassLoader().getResourceAsStream(SERVICES)) {
            assertThat(stream).as(SERVICES).isNotNull();
            List<String> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            assertThat(lines).as("keep %s sorted", SERVICES).isSorted().doesNotHaveDuplicates();
        }
    }
}
