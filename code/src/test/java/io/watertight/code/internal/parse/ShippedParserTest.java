package io.watertight.code.internal.parse;

import static org.assertj.core.api.Assertions.assertThat;

import com.oracle.graal.python.pegparser.Parser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What goes into the jar: the parser, its licence, and nothing else of GraalPy. */
final class ShippedParserTest {

    @Test
    void onlyTheParserOfGraalPyIsBesideOurClasses() throws Exception {
        Path classes = Path.of(GraalParser.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());

        try (Stream<Path> files = Files.walk(classes.resolve("com/oracle"))) {
            List<String> found = files.filter(Files::isRegularFile)
                    .map(file -> classes.relativize(file).toString().replace('\\', '/'))
                    .toList();
            assertThat(found)
                    .contains("com/oracle/graal/python/pegparser/Parser.class")
                    .hasSizeLessThan(300)
                    .allMatch(name -> name.startsWith("com/oracle/graal/python/pegparser/"));
        }
        assertThat(Parser.class.getProtectionDomain().getCodeSource().getLocation())
                .isEqualTo(
                        GraalParser.class.getProtectionDomain().getCodeSource().getLocation());
    }

    @Test
    void licenceIsInTheJar() throws IOException {
        try (InputStream licence = GraalParser.class.getResourceAsStream("/META-INF/LICENSE-graalpy.txt")) {
            assertThat(new String(licence.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("The Universal Permissive License (UPL), Version 1.0", "Python Software Foundation");
        }
    }
}
