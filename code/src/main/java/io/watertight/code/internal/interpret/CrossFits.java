package io.watertight.code.internal.interpret;

import io.watertight.code.fact.Split;
import io.watertight.code.value.Influence;
import io.watertight.code.value.Overlap;
import io.watertight.code.value.Rows;
import java.util.LinkedHashSet;
import java.util.Set;

/** Statistics that rows of one fold get from the other folds: none of them has read the row that it is written to. */
final class CrossFits {

    private final Machine machine;

    CrossFits(Machine machine) {
        this.machine = machine;
    }

    /** Those of the statistics that were learnt from the other folds than the rows are in. */
    Set<Influence> apart(Set<Influence> statistics, Rows rows) {
        Set<Influence> apart = new LinkedHashSet<>();
        for (Influence statistic : statistics) {
            if (!machine.loops().isEmpty() && isOtherFolds(statistic.rows(), rows)) {
                apart.add(statistic);
            }
        }
        return apart;
    }

    private boolean isOtherFolds(Rows learnt, Rows given) {
        if (learnt == given || learnt.kind() != given.kind() || !learnt.parent().equals(given.parent())) {
            return false;
        }
        return switch (learnt.kind()) {
            case PART -> learnt.key().equals(given.key()) && learnt.side() == 0 && given.side() == 1 && isFolds(learnt);
            // All rows whose fold is another one: never the other way round, which is a test set's own statistic.
            case FILTER ->
                (learnt.side() == 1) != learnt.key().contains(" != ")
                        && (given.side() == 0) != given.key().contains(" != ")
                        && given.key().matches(".* [!=]= .*")
                        && machine.facts().algebra().overlap(learnt, given) == Overlap.NO;
            case NONE, ROOT, SLICE, SUBSET, PERMUTED, UNION, CHOICE, DUPLICATE, GROUPED -> false;
        };
    }

    private boolean isFolds(Rows part) {
        return machine.facts().split(part.key()).filter(Split::folds).isPresent();
    }
}
