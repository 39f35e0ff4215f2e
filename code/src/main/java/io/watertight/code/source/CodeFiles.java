package io.watertight.code.source;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/** Reads scripts, notebooks and documents with Python chunks. Stateless; nothing that is read is ever run. */
public final class CodeFiles {

    private static final long MAX_MEGABYTES = 64;

    private CodeFiles() {}

    /** Whether a file of this name is one of those that are read: {@code .py}, {@code .ipynb}, {@code .qmd}, {@code .Rmd}. */
    public static boolean reads(String name) {
        return ending(name).isPresent();
    }

    /**
     * Reads a file.
     *
     * @param path where it is
     * @param name how it is called in reports
     * @throws WatertightException when it cannot be read, is too large, or is not what its name says
     */
    public static CodeFile read(Path path, String name) {
        String shown = name.replace('\\', '/');
        Ending ending = ending(shown)
                .orElseThrow(() -> new WatertightException(
                        shown + " is not read: its name does not end in .py, .ipynb, .qmd or .Rmd.",
                        "rename it, or export it as one of these"));
        return read(bytes(path, shown), shown, ending);
    }

    private static CodeFile read(byte[] bytes, String name, Ending ending) {
        var notices = new ArrayList<String>();
        SourceText text = SourceText.decode(bytes, name, notices);
        return switch (ending) {
            case PYTHON -> ScriptReader.read(name, text.lines(), notices);
            case NOTEBOOK -> NotebookReader.read(name, text.text(), notices);
            case QUARTO -> ChunkReader.read(name, CodeFile.Form.QUARTO, text.lines(), notices);
            case R_MARKDOWN -> ChunkReader.read(name, CodeFile.Form.R_MARKDOWN, text.lines(), notices);
        };
    }

    private static byte[] bytes(Path path, String name) {
        try {
            if (Files.isDirectory(path)) {
                throw new WatertightException(name + " is a folder.", "name the files in it");
            }
            long size = Files.size(path);
            if (size > MAX_MEGABYTES << 20) {
                throw new WatertightException(
                        name + " is too large to be read as code: " + (size >> 20) + " MB, at most " + MAX_MEGABYTES
                                + " MB.",
                        "clear the outputs of the notebook");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException missing) {
            throw new WatertightException("There is no file " + name + ".", "its name is spelt otherwise", missing);
        } catch (IOException failure) {
            throw new WatertightException(
                    "Cannot read " + name + ": " + failure.getClass().getSimpleName() + ".",
                    "you have no permission to read it",
                    failure);
        }
    }

    private enum Ending {
        PYTHON,
        NOTEBOOK,
        QUARTO,
        R_MARKDOWN
    }

    private static Optional<Ending> ending(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "py", "pyw" -> Optional.of(Ending.PYTHON);
            case "ipynb" -> Optional.of(Ending.NOTEBOOK);
            case "qmd" -> Optional.of(Ending.QUARTO);
            case "rmd" -> Optional.of(Ending.R_MARKDOWN);
            default -> Optional.empty();
        };
    }
}
