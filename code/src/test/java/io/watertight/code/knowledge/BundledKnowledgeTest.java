package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BundledKnowledgeTest {

    @Test
    void holdsSeveralHundredEntries() {
        long begin = System.nanoTime();
        assertThat(Knowledge.bundled().size()).isGreaterThan(500);
        System.out.println((System.nanoTime() - begin) / 1e6 + " ms, " + Knowledge.bundled().size());
    }
}
