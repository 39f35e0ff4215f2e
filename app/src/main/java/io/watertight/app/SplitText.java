package io.watertight.app;

import io.watertight.core.split.Assigned;
import io.watertight.core.split.FoldSize;
import io.watertight.core.split.SplitPlans;
import io.watertight.core.split.SplitProof;
import io.watertight.core.study.Study;
import io.watertight.core.study.Target;
import io.watertight.core.study.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A split as a person reads it: the plan and its reason, every fold, and what was proved. */
final class SplitText {

    /** Folds shown; a table of thousands tells nobody anything. */
    private static final int MOST_SHOWN = 60;

    private SplitText() {}

    static String of(String name, Study study, SplitPlans.Chosen chosen, Assigned assigned) {
        List<String> lines = new ArrayList<>();
        lines.add("Split of " + name + ": " + chosen.plan().describe() + ".");
        lines.add(chosen.reason());
        lines.add("");
        lines.add(number(assigned.rows()) + " rows"
                + (assigned.withoutTarget() > 0
                        ? "; " + number(assigned.withoutTarget()) + " more have no target and are in no fold"
                        : "")
                + (assigned.withoutTime() > 0
                        ? "; " + number(assigned.withoutTime()) + " of them have no time and are in no fold"
                        : ""));
        lines.add("");
        table(study.target(), assigned, lines);
        lines.add("");
        lines.add("Proved on the data, by reading the assignment again:");
        for (SplitProof.Claim claim : assigned.proof().claims()) {
            lines.add("  ok  " + claim);
        }
        return String.join("\n", lines) + "\n";
    }

    private static void table(Optional<Target> target, Assigned assigned, List<String> lines) {
        boolean nested = assigned.sizes().stream().anyMatch(size -> size.inner() >= 0);
        boolean rates = target.filter(one -> one.task() == Task.BINARY).isPresent();
        boolean means = target.filter(one -> one.task() == Task.REGRESSION).isPresent();
        String rate = rates ? " %11s %11s" : means ? " %12s %12s" : "";
        String head = "repeat  fold" + (nested ? "  inner" : "");
        lines.add(head
                + String.format(Locale.ROOT, "%12s%12s%12s", "train", "test", "left out")
                + (rates ? String.format(rate, "train rate", "test rate") : "")
                + (means ? String.format(rate, "train mean", "test mean") : ""));
        for (FoldSize size : assigned.sizes()
                .subList(0, Math.min(MOST_SHOWN, assigned.sizes().size()))) {
            String line = String.format(Locale.ROOT, "%6d%6d", size.repeat(), size.fold());
            if (nested) {
                line += String.format("%7s", size.inner() < 0 ? "-" : Integer.toString(size.inner()));
            }
            line += String.format(
                    "%12s%12s%12s",
                    number(size.trainingRows()),
                    number(size.evaluationRows()),
                    size.inner() < 0 ? number(assigned.rows() - size.trainingRows() - size.evaluationRows()) : "");
            if (rates) {
                int positive = target.orElseThrow().positive();
                line += String.format(rate, share(size.training(), positive), share(size.evaluation(), positive));
            } else if (means) {
                line += String.format(rate, mean(size.trainingMean()), mean(size.evaluationMean()));
            }
            lines.add(line);
        }
        if (assigned.sizes().size() > MOST_SHOWN) {
            lines.add("... and " + number(assigned.sizes().size() - MOST_SHOWN) + " more");
        }
    }

    private static String share(long[] counts, int positive) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        return all == 0 ? "" : String.format(Locale.ROOT, "%.4f", (double) counts[positive] / all);
    }

    private static String mean(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
