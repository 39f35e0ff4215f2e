package io.watertight.ml.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.watertight.core.audit.Audit;
import io.watertight.core.audit.AuditOptions;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.check.Catalogue;
import io.watertight.core.engine.Engine;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.Table;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test set that an audit used is known without reading the files again. */
final class AuditedTestSetTest {

    @TempDir
    Path folder;

    private final List<TableRequest> opened = new ArrayList<>();

    /** The real engine; it notes what is read. */
    private final class Watched implements Engine {

        private final Engine engine =
                ServiceLoader.load(Engine.class).findFirst().orElseThrow();

        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public String version() {
            return engine.version();
        }

        @Override
        public Table open(TableRequest request, Progress progress) {
            opened.add(request);
            return engine.open(request, progress);
        }
    }

    private Declaration table() throws IOException {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder("id,a,word,half,y\n");
        for (int row = 0; row < 300; row++) {
            text.append(row).append(',').append(random.nextInt(5) == 0 ? "" : random.nextGaussian());
            text.append(",w").append(random.nextInt(9)).append(row % 4 == 0 ? ",test," : ",train,");
            text.append(random.nextBoolean() ? "yes" : "no").append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), text.toString());
        return Declaration.builder()
                .data(List.of(file.toString()))
                .target("y")
                .split("half")
                .build();
    }

    @Test
    void theFilesAreOpenedOnceAndTheSetIsThatOfAllItsRows() throws IOException {
        Declaration declaration = table();
        Audit audit = new Audit(new Watched(), Optional.empty(), Catalogue.of(), AuditOptions.DEFAULT, Progress.NONE);
        List<TestSetIdentity> told = new ArrayList<>();

        audit.run(
                declaration,
                (view, rows) -> told.add(TestSetSketcher.of(view.study())
                        .add(rows, view.profile().rows(), Part.TEST)
                        .identity()));

        assertThat(opened).hasSize(1);
        StudyRows whole = audit.read(declaration, Integer.MAX_VALUE);
        assertThat(told)
                .containsExactly(TestSetSketcher.of(whole.view().study())
                        .add(whole.rows(), Part.TEST)
                        .identity());
        assertThat(told.get(0).rows()).isEqualTo(75);
    }
}
