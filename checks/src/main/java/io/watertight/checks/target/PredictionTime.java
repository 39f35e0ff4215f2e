package io.watertight.checks.target;

import io.watertight.core.statistic.Operand;
import io.watertight.core.study.PredictionPoint;

/** Times as operands. */
final class PredictionTime {

    private PredictionTime() {}

    static Operand of(String column) {
        return Operand.column(column);
    }

    static Operand of(PredictionPoint point) {
        Operand event = Operand.column(point.column());
        return point.lag()
                .<Operand>map(lag -> event.plus(Operand.number(lag.seconds())))
                .orElse(event);
    }
}
