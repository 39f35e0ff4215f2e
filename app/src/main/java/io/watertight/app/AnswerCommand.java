package io.watertight.app;

import io.watertight.app.report.OpenQuestion;
import io.watertight.core.WatertightException;
import io.watertight.core.check.Category;
import io.watertight.core.study.Signature;
import io.watertight.core.study.StudyFile;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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
            "  watertight answer 4 event+2d          when the column is known",
            "  watertight answer L1.2 \"no, raw readings\" --by Ada     a question of a model info sheet"
        })
final class AnswerCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(
            index = "0",
            paramLabel = "N",
            description = "The question's number in the last report, or the failure mode in a model info sheet: L1.2.")
    String number = "";

    @Parameters(index = "1", paramLabel = "yes|no|VALUE", description = "The answer.")
    String answer = "";

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; by default you.")
    @Nullable
    String by;

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    AnswerCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Optional<Category> mode = OpenQuestion.mode(number);
        if (mode.isPresent()) {
            return answerFor(mode.get());
        }
        LastRun last = LastRun.read(StudyEdit.folder(study, shell));
        LastRun.Asked question = last.question(number);
        StudyFile before = StudyEdit.open(study, shell);
        Answer given = Answer.to(question, answer, last.columns());
        StudyFile after = given.applyTo(before)
                .answer(
                        question.fingerprint(),
                        answer,
                        Signature.of(
                                Person.named(by),
                                LocalDate.now(ZoneId.systemDefault()),
                                question.text(),
                                question.columns()));
        after.save();
        shell.out().println(Printable.of("Written to " + after.path() + ": " + given));
        return ExitCode.OK;
    }

    /** What no audit can ask by number: these questions are the same for every model. */
    private int answerFor(Category mode) {
        if (answer.isBlank()) {
            throw new WatertightException(
                    "An answer needs words.", "say it: watertight answer " + mode.code() + " \"...\"");
        }
        StudyFile after = StudyEdit.open(study, shell)
                .answer(
                        mode.code(),
                        answer,
                        Signature.of(
                                Person.named(by),
                                LocalDate.now(ZoneId.systemDefault()),
                                OpenQuestion.of(mode),
                                List.of()));
        after.save();
        shell.out().println(Printable.of("Written to " + after.path() + ": " + mode.code() + " " + answer));
        return ExitCode.OK;
    }
}
