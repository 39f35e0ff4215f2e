package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SmallCommandsTest {

    @TempDir
    Path folder;

    @Test
    void theCatalogueIsListedInThreeFormats() {
        Run.in(folder, "checks").exits(0).says("strong-feature", "L2", "needs target");
        Run.in(folder, "checks", "--format", "json").exits(0).says("\"id\" : \"strong-feature\"");
        Run.in(folder, "checks", "--format", "markdown").exits(0).says("| [`strong-feature`](../checks/");
        Run.in(folder, "checks", "--format", "xml").complains("'xml'");
    }

    @Test
    void aCheckIsExplainedByItsPage() {
        Run.in(folder, "explain", "target-missingness").exits(0).says("## What it finds", "## Limits");
        Run.in(folder, "explain", "target-missing").complains("'target-missingness'");
        Run.in(folder, "explain", "3").complains("audit");
    }

    @Test
    void aFindingIsExplainedByItsEvidence() {
        Tables.cards(folder);
        Run.in(folder, "audit", "applications.csv", "--target", "card").exits(1);

        String text = Run.in(folder, "explain", "1")
                .exits(0)
                .says("expenditure", "fingerprint", "## What it finds")
                .out();
        String fingerprint = text.replaceAll("(?s).*?fingerprint ([0-9a-f]{12}).*", "$1");

        assertThat(Run.in(folder, "explain", fingerprint).exits(0).out()).isEqualTo(text);
        assertThat(Run.in(folder, "explain", fingerprint.substring(0, 6))
                        .exits(0)
                        .out())
                .isEqualTo(text);
        Run.in(folder, "explain", "99").complains("99");
    }

    @Test
    void completionScriptsNameCommandsAndOptions() {
        Run.in(folder, "completion", "bash").exits(0).says("audit", "--target");
        Run.in(folder, "completion", "zsh").exits(0).says("compdef");
        Run.in(folder, "completion", "fish").complains("fish");
    }

    @Test
    void helpTeachesWithExamplesAndExitCodes() {
        Run.in(folder, "--help").exits(0).says("watertight audit applications.csv --target card");
        Run.in(folder, "help", "audit").exits(0).says("Exit codes:", "130", "The study:", "--known-at");
        for (String command :
                new String[] {"audit", "init", "answer", "accept", "explain", "checks", "completion", "regress"}) {
            Run.in(folder, command, "--help").exits(0).says("Usage: watertight " + command);
        }
    }

    @Test
    void theVersionIsTold() {
        Run.in(folder, "--version").exits(0).says("watertight ");
        Run.in(folder, "-V").exits(0).says("watertight ");
        Run.in(folder, "audit", "--version").exits(0).says("watertight ");
    }
}
