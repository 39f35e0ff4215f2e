package io.watertight.app;

import io.watertight.code.knowledge.Knowledge;
import io.watertight.code.knowledge.KnowledgeFiles;
import io.watertight.core.WatertightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is known of libraries, with what the user's own files add. */
final class OwnKnowledge {

    private OwnKnowledge() {}

    /** @throws WatertightException if a file is missing, or is not what docs/knowledge.md says */
    static Knowledge with(List<String> names, Shell shell) {
        List<Path> files = names.stream().map(shell::path).toList();
        files.stream().filter(file -> !Files.isReadable(file)).findFirst().ifPresent(file -> {
            throw new WatertightException(
                    "There is no file " + file + " to know libraries from.", "its name is spelt otherwise");
        });
        return files.isEmpty() ? Knowledge.bundled() : KnowledgeFiles.with(files);
    }
}
