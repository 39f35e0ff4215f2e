package io.watertight.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class StandardOutputTest {

    private static StandardOutput failingWith(String reason) {
        return new StandardOutput(new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                throw new IOException(reason);
            }
        });
    }

    private static void print(StandardOutput out) {
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        stream.print("report");
        stream.flush();
    }

    @Test
    void whatCannotBeWrittenIsRemembered() {
        StandardOutput full = failingWith("No space left on device");
        print(full);
        assertThat(full.failure()).contains("No space left on device");
    }

    @Test
    void aReaderWhoLeftIsForgotten() {
        StandardOutput left = failingWith("Broken pipe");
        print(left);
        assertThat(left.failure()).isEmpty();
    }

    @Test
    void whatIsWrittenArrives() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandardOutput out = new StandardOutput(bytes);
        print(out);
        out.write('!');
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("report!");
        assertThat(out.failure()).isEmpty();
    }
}
