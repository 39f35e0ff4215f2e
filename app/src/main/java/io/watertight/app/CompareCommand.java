package io.watertight.app;

import io.watertight.app.report.ComparisonSheet;
import io.watertight.core.WatertightException;
import io.watertight.core.audit.StudyRows;
import io.watertight.core.engine.Progress;
import io.watertight.core.split.PlanKind;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitWish;
import io.watertight.core.study.Declaration;
import io.watertight.core.study.Words;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.StudyData;
import io.watertight.ml.price.Design;
import io.watertight.ml.price.SplitComparison;
import io.watertight.ml.split.Splitters;
import io.watertight.ml.workflow.EvaluationWish;
import io.watertight.ml.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores one learner under several splits. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = "watertight compare [FILE...|study.yml] [--target COL] --splits PLAN,PLAN [OPTIONS]",
        header =
                "Says what the score is under several splits, and whether the split or the test set made the difference.",
        description = "%nA falling score does not prove a leak: a score to which nothing is fitted is told beside it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "2:wrong use, or data that cannot be evaluated", "130:cancelled"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  watertight compare study.yml --splits random,group,time",
            "  watertight compare loans.csv --target default --group customer --splits random,group --formula income"
        })
final class CompareCommand implements Callable<Integer> {

    private final Shell shell;

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "The data, or a study file (.yml).")
    List<String> data = new ArrayList<>();

    @Option(names = "--study", paramLabel = "FILE", description = "A study file other than ./study.yml.")
    @Nullable
    String study;

    @Option(
            names = "--splits",
            paramLabel = "PLANS",
            description = "Plans as for evaluate, comma-separated; the first is what others are held against."
                    + " By default random and what the study's purpose asks for.")
    List<String> splits = new ArrayList<>();

    @ArgGroup(validate = false, heading = "%nThe study:%n")
    StudyOptions about = new StudyOptions();

    @ArgGroup(validate = false, heading = "%nThe splits:%n")
    ResamplingOptions split = new ResamplingOptions();

    @ArgGroup(validate = false, heading = "%nLearning:%n")
    LearningOptions learning = new LearningOptions();

    @ArgGroup(validate = false, heading = "%nReading delimited text:%n")
    ReadingOptions reading = new ReadingOptions();

    @ArgGroup(validate = false, heading = "%nThe report:%n")
    SheetOptions sheet = new SheetOptions();

    @ArgGroup(validate = false, heading = "%nThe run:%n")
    MachineOptions machine = new MachineOptions();

    CompareCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        StudySource source = StudySource.named(data, Optional.ofNullable(study), shell);
        Declaration declaration = about.applyTo(source.base(), shell);
        SheetOutput output = sheet.plan("comparison", declaration.data(), shell, machine.quiet);
        EvaluationWish wish = learning.wish(split, machine);
        ComparisonSheet written = machine.withProgress(shell, progress -> compare(declaration, wish, progress));
        output.write(written.sheet(), written::json);
        return ExitCode.OK;
    }

    private ComparisonSheet compare(Declaration declaration, EvaluationWish wish, Progress progress) {
        StudyRows rows =
                StudyReading.of(shell, machine.reading(reading), progress).read(declaration, learning.rows());
        StudyData data = StudyData.of(rows.rows(), rows.view().study());
        List<Design> designs = new ArrayList<>();
        for (SplitWish one : wishes(wish.split())) {
            designs.add(new Design(
                    one.kind().map(Words::of).orElse("by purpose"),
                    data.dataset(),
                    Splitters.of(SplitPlans.of(rows.view().study(), one).plan())));
        }
        Workflow workflow = new Workflow(
                rows.view().study(), wish.withSplit(wishes(wish.split()).get(0)));
        Learner learner = workflow.candidates().get(0);
        SplitComparison comparison =
                SplitComparison.of(workflow.evaluator(progress).withCandidates(List.of()), learner, designs);
        return new ComparisonSheet(
                ReportOutput.nameOf(declaration.data()),
                rows.view().study().target().orElseThrow().column(),
                data.dataset().rows(),
                comparison,
                Version.read());
    }

    /** One wish a design. To compare is the one reason to disregard what was declared; the report says so. */
    private List<SplitWish> wishes(SplitWish base) {
        List<PlanKind> kinds = WordList.of(splits).stream()
                .map(word -> Words.read(PlanKind.class, word, "--splits"))
                .distinct()
                .toList();
        if (kinds.size() == 1) {
            throw new WatertightException(
                    "One split cannot be compared.", "name two or more: --splits random," + Words.of(kinds.get(0)));
        }
        List<SplitWish> wishes = new ArrayList<>();
        if (kinds.isEmpty()) {
            wishes.add(base.withKind(PlanKind.RANDOM).allowingToIgnore("group", "time"));
            wishes.add(base);
        } else {
            kinds.forEach(kind -> wishes.add(base.withKind(kind).allowingToIgnore("group", "time")));
        }
        return wishes;
    }
}
