package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void knowsTheVersionThatMavenBuilt() {
        assertThat(Version.read()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }

    @Test
    void namesTheProgramBeforeItsVersion() {
        assertThat(new Version().getVersion()).containsExactly("watertight " + Version.read());
    }
}
