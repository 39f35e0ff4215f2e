package io.watertight.testkit;

import static io.watertight.testkit.HostileTables.CLASS;
import static io.watertight.testkit.HostileTables.EMPTY;
import static io.watertight.testkit.HostileTables.FLAG;
import static io.watertight.testkit.HostileTables.NUMBER;
import static io.watertight.testkit.HostileTables.OTHER_NUMBER;
import static io.watertight.testkit.HostileTables.OTHER_TEXT;
import static io.watertight.testkit.HostileTables.TEXT;
import static io.watertight.testkit.HostileTables.TIME;
import static io.watertight.testkit.HostileTables.VALUE;
import static io.watertight.testkit.HostileTables.WHOLE;

import io.watertight.core.statistic.Binning;
import io.watertight.core.statistic.Condition;
import io.watertight.core.statistic.Condition.Relation;
import io.watertight.core.statistic.Contingency;
import io.watertight.core.statistic.Dependency;
import io.watertight.core.statistic.NearRepetition;
import io.watertight.core.statistic.NearRepetition.Cells;
import io.watertight.core.statistic.NearRepetition.Grain;
import io.watertight.core.statistic.NearRepetition.Texts;
import io.watertight.core.statistic.NewLevels;
import io.watertight.core.statistic.Operand;
import io.watertight.core.statistic.Repetition;
import io.watertight.core.statistic.Scope;
import io.watertight.core.statistic.Sequence;
import io.watertight.core.statistic.TargetMeans;
import io.watertight.core.statistic.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Questions about the columns of {@link HostileTables}. */
final class HostileQuestions {

    private static final List<String> ALL =
            List.of(NUMBER, OTHER_NUMBER, WHOLE, TEXT, OTHER_TEXT, FLAG, TIME, EMPTY, CLASS, VALUE);

    private HostileQuestions() {}

    static List<Operand> operands() {
        List<Operand> result = new ArrayList<>();
        for (String column : List.of(NUMBER, WHOLE, FLAG, TIME, EMPTY, VALUE)) {
            result.add(Operand.column(column));
        }
        Operand number = Operand.column(NUMBER);
        Operand other = Operand.column(OTHER_NUMBER);
        for (Operand.Operator operator : Operand.Operator.values()) {
            result.add(new Operand.Arithmetic(operator, number, other));
        }
        result.add(number.times(number).dividedBy(other.times(other)));
        result.add(new Operand.Logarithm(other));
        result.add(new Operand.RowPosition().minus(Operand.column(WHOLE)));
        result.add(Operand.number(0.1).plus(Operand.column(VALUE)));
        return result;
    }

    /** Operands whose sums do not depend on the order of summation. */
    static List<Operand> tameOperands() {
        Operand value = Operand.column(VALUE);
        Operand whole = Operand.column(WHOLE);
        return List.of(
                value,
                whole,
                Operand.column(FLAG),
                Operand.column(TIME),
                Operand.column(EMPTY),
                new Operand.RowPosition(),
                value.dividedBy(whole),
                new Operand.Logarithm(value.times(whole)));
    }

    static List<Condition> conditions() {
        List<Condition> result = new ArrayList<>();
        for (String column : ALL) {
            result.add(new Condition.IsMissing(column));
            result.add(new Condition.IsOneOf(
                    column, List.of("0", "1.5", "true", "", "🚰🚰", "it's", "1.0E-5", "nan", "maybe")));
            for (String other : ALL) {
                result.add(new Condition.SameText(column, other));
            }
        }
        Operand number = Operand.column(NUMBER);
        Operand other = Operand.column(OTHER_NUMBER);
        for (Relation relation : Relation.values()) {
            result.add(Condition.compare(number, relation, other));
        }
        operands().forEach(operand -> result.add(Condition.compare(operand, Relation.AT_LEAST, Operand.number(1))));
        result.add(new Condition.Close(number, other, 0.5, 0));
        result.add(new Condition.Close(number, other, 0, 1e-6));
        Condition unknown = Condition.compare(number, Relation.GREATER, Operand.number(0));
        Condition missing = new Condition.IsMissing(WHOLE);
        result.add(unknown.and(missing));
        result.add(unknown.or(missing));
        result.add(unknown.and(missing.negate()).or(unknown.negate()));
        return result;
    }

    static List<Contingency> contingencies() {
        Binning cuts = new Binning.Cuts(new double[] {-1, 0, 1, 1.5, 3});
        Binning none = new Binning.Cuts(new double[0]);
        Binning levels = new Binning.Levels(List.of("Rome", "", "🚰🚰", "it's"));
        return List.of(
                new Contingency(NUMBER, cuts),
                new Contingency(OTHER_NUMBER, none),
                new Contingency(WHOLE, cuts),
                new Contingency(TIME, cuts),
                new Contingency(EMPTY, none),
                new Contingency(VALUE, new Binning.Levels(List.of("0", "1.5"))),
                new Contingency(WHOLE, new Binning.Levels(List.of("3", "x"))),
                new Contingency(TEXT, levels),
                new Contingency(OTHER_TEXT, new Binning.Levels(List.of())),
                new Contingency(FLAG, new Binning.Levels(List.of("true"))));
    }

    static List<Repetition> repetitions() {
        List<Repetition> result = new ArrayList<>();
        ALL.forEach(column -> result.add(new Repetition(List.of(column))));
        result.add(new Repetition(List.of(TEXT, FLAG)));
        result.add(new Repetition(List.of(NUMBER, OTHER_NUMBER, TEXT, TIME)));
        result.add(new Repetition(List.of(NUMBER, OTHER_NUMBER, TEXT, OTHER_TEXT, TIME, EMPTY)));
        result.add(new Repetition(ALL));
        return result;
    }

    static List<NearRepetition> nearRepetitions() {
        List<Grain> grains = List.of(
                new Grain(NUMBER, 0.5),
                new Grain(OTHER_NUMBER, 0),
                new Grain(WHOLE, 2),
                new Grain(TEXT, 0),
                new Grain(OTHER_TEXT, 0),
                new Grain(FLAG, 0),
                new Grain(TIME, 0),
                new Grain(EMPTY, 0),
                new Grain(CLASS, 0),
                new Grain(VALUE, 0));
        return List.of(
                new NearRepetition(new Cells(grains), 0.9),
                new NearRepetition(new Cells(grains), 0.7),
                new NearRepetition(new Cells(grains.subList(0, 2)), 0.9),
                new NearRepetition(new Cells(grains), 0.7, 3),
                new NearRepetition(new Texts(TEXT), 0.5),
                new NearRepetition(new Texts(TEXT), 0.5, 2));
    }

    static List<Dependency> dependencies() {
        List<Dependency> result = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            result.add(new Dependency(TEXT, NUMBER, scope));
            result.add(new Dependency(WHOLE, CLASS, scope));
            result.add(new Dependency(TIME, FLAG, scope));
            result.add(new Dependency(EMPTY, TEXT, scope));
            result.add(new Dependency(NUMBER, NUMBER, scope));
        }
        return result;
    }

    static List<NewLevels> newLevels() {
        return ALL.stream().map(NewLevels::new).toList();
    }

    static List<TimeSpan> timeSpans() {
        return List.of(new TimeSpan(TIME), new TimeSpan(NUMBER), new TimeSpan(WHOLE), new TimeSpan(EMPTY));
    }

    static List<Sequence> sequences() {
        return List.of(
                new Sequence(Optional.empty()),
                new Sequence(Optional.of(TIME)),
                new Sequence(Optional.of(NUMBER)),
                new Sequence(Optional.of(EMPTY)));
    }

    static List<TargetMeans> targetMeans() {
        return List.of(
                new TargetMeans(TEXT, VALUE),
                new TargetMeans(WHOLE, VALUE),
                new TargetMeans(VALUE, VALUE),
                new TargetMeans(FLAG, FLAG));
    }
}
