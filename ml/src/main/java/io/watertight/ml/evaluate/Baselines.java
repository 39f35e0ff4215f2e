package io.watertight.ml.evaluate;

import io.watertight.ml.learn.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every evaluation runs beside the candidates, on the same folds. There is no evaluation without them.
 *
 * @param constant the same prediction for every row
 * @param singleFeature the best column on its own
 * @param formula a column or expression that nothing is fitted to, if the user named one
 * @param linear a linear or logistic model
 */
public record Baselines(Learner constant, Learner singleFeature, Optional<Learner> formula, Learner linear) {

    public Baselines(Learner constant, Learner singleFeature, Learner linear) {
        this(constant, singleFeature, Optional.empty(), linear);
    }

    public Baselines withFormula(Learner free) {
        return new Baselines(constant, singleFeature, Optional.of(free), linear);
    }

    List<Entrant> entrants() {
        List<Entrant> all = new ArrayList<>();
        all.add(new Entrant(constant, Standing.CONSTANT));
        all.add(new Entrant(singleFeature, Standing.SINGLE_FEATURE));
        formula.ifPresent(free -> all.add(new Entrant(free, Standing.FORMULA)));
        all.add(new Entrant(linear, Standing.LINEAR));
        return all;
    }
}
