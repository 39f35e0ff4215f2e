package io.watertight.app;

import io.watertight.core.study.StudyFile;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the answer to a question into the study. */
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        header = "Answers a question of the last audit; the next audit knows.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight answer 1 yes",
            "  watertight answer 2 no",
            "  watertight answer 3 future            one of the values it offered",
            "  watertight answer 4 event+2d          when the column is known"
        })
final class AnswerCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(index = "0", paramLabel = "N", description = "The question's number in the last report.")
    String number = "";

    @Parameters(index = "1", paramLabel = "yes|no|VALUE", description = "The answer.")
    String answer = "";

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    AnswerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        LastRun last = LastRun.read(StudyEdit.folder(study, shell));
        LastRun.Asked question = last.question(number);
        StudyFile before = StudyEdit.open(study, shell);
        Answer given = Answer.to(question, answer, last.columns());
        StudyFile after = given.applyTo(before).answer(question.fingerprint(), answer);
        after.save();
        shell.out().println(Printable.of("Written to " + after.path() + ": " + given));
        return ExitCode.OK;
    }
}
