package io.watertight.code.internal.parse;

import io.watertight.code.source.CodeCell;
import io.watertight.code.syntax.Parsed;
import io.watertight.code.syntax.PythonParser;
import io.watertight.code.syntax.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The parser of GraalPy (the grammar of Python 3.12), taught the two forms that 3.14 added and the print of Python 2. Code with a mistake is read statement by
 * statement, without the broken ones. Thread-safe.
 */
public final class GraalParser implements PythonParser {

    /** Enough for ten thousand nested operators; only what is used costs memory. */
    private static final long STACK = 256L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration PATIENCE_WITH_MISTAKES = Duration.ofSeconds(5);

    /** The parser asks for the time only while it reads characters; longer than this nobody waits for it. */
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @Override
    public Parsed parse(CodeCell cell) {
        var late = new Parsed(cell, List.of(), Optional.of("The code was not read: reading it takes too long."));
        var result = new AtomicReference<@Nullable Parsed>();
        // The parser calls itself for each level of nesting, which may be more than the caller's stack holds.
        var thread = new Thread(null, () -> result.set(read(cell)), "parser", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(LONGEST.toMillis());
        } catch (InterruptedException interruption) {
            // Whoever interrupted does not want the answer.
            Thread.currentThread().interrupt();
        }
        return Objects.requireNonNullElse(result.get(), late);
    }

    private static Parsed read(CodeCell cell) {
        var grammar = new GraalGrammar(cell, System.nanoTime() + PATIENCE.toNanos());
        try {
            return new Parsed(cell, grammar.parse(cell.lines(), 0), Optional.empty());
        } catch (Unreadable first) {
            return readWithMistakes(cell);
        }
    }

    private static Parsed readWithMistakes(CodeCell cell) {
        var grammar = new GraalGrammar(cell, System.nanoTime() + PATIENCE_WITH_MISTAKES.toNanos());
        List<String> lines = OlderPython.inNewerWords(NewerPython.inOlderWords(cell.lines()));
        if (!lines.equals(cell.lines())) {
            try {
                return new Parsed(cell, grammar.parse(lines, 0), Optional.empty());
            } catch (Unreadable still) {
                // The mistake is another one.
            }
        }
        var reader = new BlockReader(grammar, lines);
        List<Statement> body = reader.read();
        return new Parsed(cell, body, reader.problem());
    }
}
