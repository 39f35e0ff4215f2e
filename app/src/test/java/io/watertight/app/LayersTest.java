package io.watertight.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The edges between modules. A module that is not there yet is already bound. */
@AnalyzeClasses(packages = "io.watertight", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersTest {

    private static final String[] ENGINES = {
        "io.watertight.engine..", "io.watertight.spark..", "org.duckdb..", "java.sql.."
    };

    private static final String[] LEARNERS = {
        "io.watertight.ml..", "ml.dmlc..", "org.tribuo..", "ai.djl..", "org.hipparchus.."
    };

    @ArchTest
    static final ArchRule CHECKS_ASK_STATISTICS = noClasses()
            .that()
            .resideInAPackage("io.watertight.checks..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES)
                    .or(resideInAnyPackage(LEARNERS))
                    .or(resideInAnyPackage("io.watertight.code..", "io.watertight.decide..", "io.watertight.app..")))
            .because("a check is a judgement: whoever measures for it must be exchangeable");

    @ArchTest
    static final ArchRule CODE_STANDS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.watertight.code..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES)
                    .or(resideInAnyPackage(LEARNERS))
                    .or(resideInAnyPackage("io.watertight.checks..", "io.watertight.decide..", "io.watertight.app..")))
            .allowEmptyShould(true)
            .because("reading programs needs neither data nor models");

    @ArchTest
    static final ArchRule LEARNERS_SEE_NO_ENGINE = noClasses()
            .that()
            .resideInAPackage("io.watertight.ml..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES)
                    .or(resideInAnyPackage(
                            "io.watertight.checks..",
                            "io.watertight.code..",
                            "io.watertight.decide..",
                            "io.watertight.app..")))
            .because("rows reach a learner as column batches, from whatever engine");

    @ArchTest
    static final ArchRule DECISIONS_CONSUME_SCORES = noClasses()
            .that()
            .resideInAPackage("io.watertight.decide..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES)
                    .or(resideInAnyPackage(LEARNERS))
                    .or(resideInAnyPackage("io.watertight.checks..", "io.watertight.code..", "io.watertight.app..")))
            .allowEmptyShould(true)
            .because("a decision does not care where its scores come from");

    @ArchTest
    static final ArchRule ENGINES_MEASURE_ONLY = noClasses()
            .that()
            .resideInAPackage("io.watertight.engine..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(LEARNERS)
                    .or(resideInAnyPackage(
                            "io.watertight.checks..",
                            "io.watertight.code..",
                            "io.watertight.decide..",
                            "io.watertight.app..")))
            .because("measuring is apart from judging");

    @ArchTest
    static final ArchRule CORE_KNOWS_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.watertight.core..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(ENGINES)
                    .or(resideInAnyPackage(LEARNERS))
                    .or(resideInAnyPackage(
                            "io.watertight.checks..",
                            "io.watertight.code..",
                            "io.watertight.decide..",
                            "io.watertight.app..",
                            "picocli..")))
            .because("everybody depends on the vocabulary, so it may depend on nothing but itself and Jackson");

    @ArchTest
    static final ArchRule SQL_STAYS_IN_ENGINES = noClasses()
            .that()
            .resideOutsideOfPackages("io.watertight.engine..", "io.watertight.testkit..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.sql..")
            .because("a second engine speaks another dialect, or none");

    @ArchTest
    static final ArchRule SPARK_STAYS_IN_ITS_MODULE = noClasses()
            .that()
            .resideOutsideOfPackage("io.watertight.spark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..")
            .because("Spark weighs 300 MB and is provided by the cluster");

    @ArchTest
    static final ArchRule ENGINE_INTERNALS_STAY_INSIDE = internalsOf("engine");

    @ArchTest
    static final ArchRule LEARNER_INTERNALS_STAY_INSIDE = internalsOf("ml");

    @ArchTest
    static final ArchRule CORE_INTERNALS_STAY_INSIDE = internalsOf("core");

    @ArchTest
    static final ArchRule CHECK_INTERNALS_STAY_INSIDE = internalsOf("checks");

    @ArchTest
    static final ArchRule CODE_INTERNALS_STAY_INSIDE = internalsOf("code");

    /** Row sets below facts, facts below rules; the parser's tree is below all of them, and only the reader of files sees the interpreter. */
    @ArchTest
    static final ArchRule RULES_JUDGE_FACTS = noClasses()
            .that()
            .resideInAPackage("io.watertight.code.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.watertight.code.internal..")
            .because("a rule judges what a program does, whoever found that out");

    @ArchTest
    static final ArchRule ROW_SETS_KNOW_NO_FACTS = noClasses()
            .that()
            .resideInAPackage("io.watertight.code.value..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.watertight.code.fact..", "io.watertight.code.rule..", "io.watertight.code.lint..")
            .because("what rows are is decided before anybody judges them");

    @ArchTest
    static final ArchRule ONLY_THE_ADAPTER_SEES_THE_PARSER = noClasses()
            .that()
            .resideInAPackage("io.watertight..")
            .and()
            .resideOutsideOfPackage("io.watertight.code.internal.parse..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.oracle.graal..")
            .because("the parser's classes are nobody's public interface and may be replaced");

    private static ArchRule internalsOf(String module) {
        return classes()
                .that(resideInAPackage("io.watertight." + module + "..internal.."))
                .should()
                .onlyHaveDependentClassesThat()
                .resideInAPackage("io.watertight." + module + "..")
                .allowEmptyShould(true)
                .because("what is public only for a neighbouring package must stay free to change");
    }

    @ArchTest
    static final ArchRule ONLY_MAIN_ENDS_THE_PROCESS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.watertight.app.Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class)
            .because("a library that ends the process of its host is no library");

    @ArchTest
    static final ArchRule CORE_HAS_NO_CYCLES = slices().matching("io.watertight.core.(*)..")
            .should()
            .beFreeOfCycles()
            .because("packages that need each other are one package with two names");
}
