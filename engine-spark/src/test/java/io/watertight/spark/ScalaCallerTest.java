package io.watertight.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program in Scala compiles against the facade, and runs. */
final class ScalaCallerTest {

    private static final Path SOURCE = Path.of("src", "test", "scala", "ScalaCaller.scala");

    @TempDir
    private Path folder;

    private static Dataset<Row> events() {
        return Opened.session()
                .range(400)
                .selectExpr(
                        "id % 40 AS customer",
                        "id % 3 = 0 AS churned", "if(id % 3 = 0, 'closed', 'open') AS state", "id * 7 % 31 AS age");
    }

    @Test
    void aProgramInScalaAuditsItsDataset() throws IOException, ReflectiveOperationException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        boolean compiled = scala.tools.nsc.Main.process(new String[] {
            "-classpath", classPath, "-d", folder.toString(), "-Werror", "-deprecation", SOURCE.toString()
        });
        assertThat(compiled).as("%s compiles", SOURCE).isTrue();
        try (URLClassLoader classes = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Class<?> caller = classes.loadClass("ScalaCaller");
            assertThat((List<?>) call(caller, "columnsFound")).asString().contains("state");
        }
    }

    private static Object call(Class<?> caller, String name) throws ReflectiveOperationException {
        Method method = caller.getMethod(name, Dataset.class);
        return method.invoke(null, events());
    }
}
