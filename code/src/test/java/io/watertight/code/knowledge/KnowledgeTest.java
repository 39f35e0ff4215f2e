package io.watertight.code.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeTest {

    private static ClassEntry type(String name, EstimatorRole role) {
        return new ClassEntry(name, role, Learns.NOTHING, false, List.of(), List.of(), "never");
    }

    private final Knowledge knowledge = new Knowledge(
            Map.of(),
            Map.of(
                    "one.a.Model", type("one.a.Model", EstimatorRole.PREDICTOR),
                    "one.b.Scaler", type("one.b.Scaler", EstimatorRole.TRANSFORMER),
                    "one.c.Scaler", type("one.c.Scaler", EstimatorRole.STATELESS),
                    "one.New", type("one.New", EstimatorRole.SEARCH)),
            Map.of(),
            Map.of("old", "one", "old.Gone", "one.New", "one.b2", "one.b"));

    @Test
    void findsWhatALibraryHasMoved() {
        assertThat(knowledge.type("one.elsewhere.deep.Model").map(ClassEntry::name))
                .contains("one.a.Model");
    }

    @Test
    void doesNotGuessBetweenTwoMeaningsOfOneName() {
        assertThat(knowledge.type("one.elsewhere.Scaler")).isEmpty();
        assertThat(knowledge.type("one.b.Scaler").map(ClassEntry::role)).contains(EstimatorRole.TRANSFORMER);
    }

    @Test
    void appliesTheLongestAlias() {
        assertThat(knowledge.today("old.a.Model")).isEqualTo("one.a.Model");
        assertThat(knowledge.today("old.Gone")).isEqualTo("one.New");
        assertThat(knowledge.today("old.Gone.from_file")).isEqualTo("one.New.from_file");
        assertThat(knowledge.type("old.Gone").map(ClassEntry::role)).contains(EstimatorRole.SEARCH);
        assertThat(knowledge.type("one.b2.Scaler").map(ClassEntry::role)).contains(EstimatorRole.TRANSFORMER);
    }

    @Test
    void anAliasEndsWhereANameEnds() {
        assertThat(knowledge.today("older.Model")).isEqualTo("older.Model");
    }

    @Test
    void findsNothingOfAnUnknownLibrary() {
        assertThat(knowledge.type("two.a.Model")).isEmpty();
        assertThat(knowledge.type("")).isEmpty();
        assertThat(knowledge.function("one.a.Model")).isEmpty();
    }

    @Test
    void methodsOfAnyHoldForEveryKind() {
        Effect effect = new KnowledgeReaderSamples().effect("look: {action: show, rows: none, gives: nothing}");
        Knowledge methods = new Knowledge(Map.of(), Map.of(), Map.of("any", Map.of("look", effect)));
        assertThat(methods.method("frame", "look")).contains(effect);
        assertThat(methods.method("frame", "see")).isEmpty();
    }

    /** Reads one entry as a file would. */
    private static final class KnowledgeReaderSamples {
        Effect effect(String line) {
            String text = "version: 1\nlibrary: a\nsource: b\nmethods:\n  any:\n    " + line + "\n";
            return KnowledgeReader.read(text, "sample.yml")
                    .methods()
                    .get("any")
                    .values()
                    .iterator()
                    .next();
        }
    }
}
