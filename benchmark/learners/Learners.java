import io.watertight.core.numeric.Ranks;
import io.watertight.ml.algorithm.boosting.BoostedTrees;
import io.watertight.ml.algorithm.kernel.SupportVectorMachine;
import io.watertight.ml.algorithm.linear.LinearRegression;
import io.watertight.ml.algorithm.linear.LinearSupportVectorMachine;
import io.watertight.ml.algorithm.linear.LogisticRegression;
import io.watertight.ml.algorithm.neighbour.NearestNeighbours;
import io.watertight.ml.algorithm.tree.DecisionTree;
import io.watertight.ml.algorithm.tree.RandomForest;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.IndicatorBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.Dataset;
import io.watertight.ml.learn.Division;
import io.watertight.ml.learn.EvaluationSet;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FittedTransformer;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.Pipeline;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.SplitterInput;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One of our learners on the table: prints a line of JSON. Arguments: table, learner, threads, repeats. */
public final class Learners {

    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public static void main(String[] arguments) throws IOException {
        String learner = arguments[1];
        FitContext context = FitContext.of(1).withThreads(Integer.parseInt(arguments[2]));
        int most = learner.equals("svm") ? 12_500 : Integer.MAX_VALUE;
        Dataset table = read(Path.of(arguments[0]), most, learner.equals("neighbours") ? 20 : 5);
        Fold fold = new EveryFifth().split(table, 0).get(0);
        fold.training().features();
        fold.training().response();
        EvaluationSet test = fold.evaluation();
        test.features();
        boolean[] positive = new boolean[test.rows()];
        for (int row = 0; row < positive.length; row++) {
            positive[row] = ((Response.Classes) test.response()).codes()[row] == 1;
        }
        List<String> runs = new ArrayList<>();
        for (int repeat = 0; repeat < Integer.parseInt(arguments[3]); repeat++) {
            long worked = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            Model model = learner(learner).fit(fold.training(), context);
            long fitted = System.nanoTime();
            long effort = SYSTEM.getProcessCpuTime() - worked;
            Predictions predicted = model.predict(test);
            long done = System.nanoTime();
            runs.add(String.format(
                    Locale.ROOT,
                    "[%.4f, %.4f, %.6f, %.4f]",
                    (fitted - start) / 1e9,
                    (done - fitted) / 1e9,
                    Ranks.auc(predicted.single(), positive),
                    effort / 1e9));
        }
        System.out.printf(
                Locale.ROOT,
                "{\"side\": \"ours\", \"learner\": \"%s\", \"runs\": [%s], \"peak\": %.0f}%n",
                learner,
                String.join(", ", runs),
                peak());
    }

    private static Learner learner(String name) {
        return switch (name) {
            case "ridge" -> prepared(LinearRegression.ridge(1));
            case "lasso" -> prepared(LinearRegression.lasso(0.001));
            case "elastic-net" -> prepared(LinearRegression.elasticNet(0.001, 0.5));
            case "logistic" -> prepared(new LogisticRegression(1, 0));
            case "logistic-l1" -> prepared(new LogisticRegression(0.1, 1));
            case "linear-svm" -> prepared(new LinearSupportVectorMachine(1));
            case "neighbours" -> prepared(new NearestNeighbours(15));
            case "svm" -> prepared(new SupportVectorMachine());
            case "tree" -> new DecisionTree();
            case "forest" -> new RandomForest();
            case "boosting" -> new BoostedTrees();
            default -> throw new IllegalArgumentException("no learner " + name);
        };
    }

    private static Learner prepared(Algorithm algorithm) {
        return new Pipeline(List.of(new Prepared()), algorithm);
    }

    /** Median for what is missing, scaled; an indicator a level. */
    private static final class Prepared extends Transformer {

        @Override
        public String name() {
            return "prepared";
        }

        @Override
        protected Learnt learn(TrainingSet training, FitContext context) {
            List<Block> blocks = training.features().blocks();
            double[][] number = new double[blocks.size()][];
            blocks.parallelStream().forEach(block -> {
                if (block instanceof NumberBlock numbers) {
                    double[] sorted = Arrays.stream(numbers.values())
                            .filter(value -> !Double.isNaN(value))
                            .sorted()
                            .toArray();
                    double median = sorted[sorted.length / 2];
                    double mean = 0;
                    for (double value : numbers.values()) {
                        mean += (Double.isNaN(value) ? median : value) / numbers.rows();
                    }
                    double variance = 0;
                    for (double value : numbers.values()) {
                        double distance = (Double.isNaN(value) ? median : value) - mean;
                        variance += distance * distance / numbers.rows();
                    }
                    number[blocks.indexOf(block)] = new double[] {median, mean, Math.sqrt(variance)};
                }
            });
            FittedTransformer mapping = features -> new Features(
                    features.rows(),
                    IntStream.range(0, blocks.size())
                            .mapToObj(index -> changed(features.blocks().get(index), number[index]))
                            .toList());
            return alike(training, mapping);
        }

        private static Block changed(Block block, double[] number) {
            if (block instanceof CategoryBlock category) {
                return new IndicatorBlock(category.name(), category.codes(), category.dictionary());
            }
            double[] values = ((NumberBlock) block).values();
            double[] scaled = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                scaled[row] = ((Double.isNaN(values[row]) ? number[0] : values[row]) - number[1]) / number[2];
            }
            return NumberBlock.of(block.name(), scaled);
        }
    }

    /** The same rows as on the other side: every fifth is held out. */
    private static final class EveryFifth extends Splitter {

        @Override
        public String describe() {
            return "every fifth row held out";
        }

        @Override
        protected List<List<Division>> divide(SplitterInput input, long seed) {
            long[] ids = input.rowIds();
            int[] all = IntStream.range(0, ids.length).toArray();
            return List.of(List.of(new Division(
                    IntStream.of(all).filter(row -> ids[row] % 5 != 0).toArray(),
                    IntStream.of(all).filter(row -> ids[row] % 5 == 0).toArray())));
        }
    }

    /** @param heldOut of the rows to hold out, every fifth, only those divisible by this are kept */
    static Dataset read(Path file, int most, int heldOut) throws IOException {
        List<String[]> lines = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        String[] header;
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            header = reader.readLine().split(",", -1);
            String line = reader.readLine();
            for (long row = 0; line != null && row < most; row++) {
                if (row % 5 != 0 || row % heldOut == 0) {
                    lines.add(line.split(",", -1));
                    ids.add(row);
                }
                line = reader.readLine();
            }
        }
        int rows = lines.size();
        List<Block> blocks = new ArrayList<>();
        for (int column = 0; column < header.length - 1; column++) {
            int cell = column;
            if (header[column].startsWith("n")) {
                blocks.add(NumberBlock.of(
                        header[column],
                        lines.stream()
                                .mapToDouble(line -> line[cell].isEmpty() ? Double.NaN : Double.parseDouble(line[cell]))
                                .toArray()));
            } else {
                Map<String, Integer> codeOf = new LinkedHashMap<>();
                int[] codes = lines.stream()
                        .mapToInt(line -> {
                            Integer known = codeOf.putIfAbsent(line[cell], codeOf.size());
                            return known == null ? codeOf.size() - 1 : known;
                        })
                        .toArray();
                blocks.add(new CategoryBlock(header[column], codes, List.copyOf(codeOf.keySet())));
            }
        }
        int[] codes = lines.stream().mapToInt(line -> Integer.parseInt(line[line.length - 1])).toArray();
        return Dataset.of(
                ids.stream().mapToLong(Long::longValue).toArray(),
                new Features(rows, blocks),
                new Response.Classes(codes, List.of("0", "1"), 1));
    }

    /** Peak of resident memory in megabytes, where the system tells. */
    static double peak() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(Double.NaN);
    }
}
