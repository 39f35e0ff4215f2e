package io.watertight.ml.search;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Predictions;
import io.watertight.ml.learn.Algorithm;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.Fitted;
import io.watertight.ml.learn.FittedTransformer;
import io.watertight.ml.learn.Fold;
import io.watertight.ml.learn.Learner;
import io.watertight.ml.learn.Model;
import io.watertight.ml.learn.RawTrainingSet;
import io.watertight.ml.learn.Splitter;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.ArrayList;
import java.util.List;

/**
 * Blends members by their out-of-fold predictions (Wolpert, Stacked generalization, Neural Networks 5, 1992): the blender never sees what
 * a member says about rows that it was fitted on. Members are then fitted on all training rows. Rows that no inner fold holds out (the
 * first ones of a split in time) are not blended on. Immutable; thread-safe.
 */
public final class Stacked extends Learner {

    private final String name;
    private final List<? extends Learner> members;
    private final Algorithm blender;
    private final Splitter inner;

    /**
     * @param members with different names
     * @param blender takes a column a member and output, without missing values
     * @param inner deals the training rows; with declared groups it must keep them together
     */
    public Stacked(String name, List<? extends Learner> members, Algorithm blender, Splitter inner) {
        this.name = name;
        this.members = List.copyOf(members);
        this.blender = blender;
        this.inner = inner;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    protected Model learn(RawTrainingSet training, FitContext context) {
        List<Fold> folds = InnerFolds.of(training, inner, context.seed());
        List<OutOfFoldScores> scores = new ArrayList<>();
        List<Model> models = new ArrayList<>();
        for (int member = 0; member < members.size(); member++) {
            FitContext own = context.inner(member);
            scores.add(OutOfFoldScores.of(members.get(member), folds, own));
            models.add(members.get(member).fit(training, own.inner(-1)));
        }
        Fitted blended =
                new MemberScores(scores, models).fit(scores.get(0).covered(training), context.inner(members.size()));
        Model last = blender.fit(blended.training(), context.inner(members.size() + 1));
        return new StackedModel(models, last);
    }

    private Features columns(List<double[][]> outputs, int rows) {
        List<Block> blocks = new ArrayList<>();
        for (int member = 0; member < outputs.size(); member++) {
            double[][] ofMember = outputs.get(member);
            for (int output = 0; output < ofMember.length; output++) {
                String suffix = ofMember.length == 1 ? "" : " " + output;
                blocks.add(NumberBlock.of(members.get(member).name() + suffix, ofMember[output]));
            }
        }
        return new Features(rows, blocks);
    }

    /** Training rows become what was said of them out of fold. */
    private final class MemberScores extends Transformer {

        private final List<OutOfFoldScores> scores;
        private final List<Model> models;

        MemberScores(List<OutOfFoldScores> scores, List<Model> models) {
            this.scores = scores;
            this.models = models;
        }

        @Override
        public String name() {
            return "out-of-fold predictions of " + members.size() + " members";
        }

        @Override
        protected Learnt learn(TrainingSet training, FitContext context) {
            List<double[][]> outputs = new ArrayList<>();
            for (OutOfFoldScores member : scores) {
                double[][] ofMember = new double[member.outputs().length][];
                for (int output = 0; output < ofMember.length; output++) {
                    ofMember[output] = member.inOrder(output, training.rowIds());
                }
                outputs.add(ofMember);
            }
            FittedTransformer mapping = features -> said(models, features);
            return new Learnt(columns(outputs, training.rows()), mapping);
        }
    }

    private Features said(List<Model> models, Features features) {
        return columns(
                models.stream()
                        .map(model -> Asking.of(model, features).outputs())
                        .toList(),
                features.rows());
    }

    private final class StackedModel extends Model {

        private final List<Model> models;
        private final Model last;

        StackedModel(List<Model> models, Model last) {
            this.models = List.copyOf(models);
            this.last = last;
        }

        @Override
        protected Predictions score(Features features) {
            return ask(last, said(models, features));
        }

        @Override
        public long parameters() {
            return last.parameters()
                    + models.stream().mapToLong(Model::parameters).sum();
        }
    }

    /** Models may only be asked by models. */
    private abstract static class Asking extends Model {
        static Predictions of(Model model, Features features) {
            return ask(model, features);
        }
    }
}
