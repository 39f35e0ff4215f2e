package io.watertight.ml.transform;

import io.watertight.core.WatertightException;
import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import io.watertight.ml.learn.FitContext;
import io.watertight.ml.learn.FittedTransformer;
import io.watertight.ml.learn.TrainingSet;
import io.watertight.ml.learn.Transformer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A transformer that treats each block by itself. Blocks that are not chosen, or of a kind it is not about, are passed on untouched. */
abstract class Blockwise extends Transformer {

    private final Columns columns;

    Blockwise(Columns columns) {
        this.columns = columns;
    }

    /** What is done to one block. Immutable; thread-safe. */
    @FunctionalInterface
    interface Mapping {

        /** The block changed, several in its place, or none. */
        List<Block> apply(Block block);
    }

    /**
     * What was learnt of one block.
     *
     * @param training what becomes of its training rows
     * @param mapping what becomes of other rows
     * @param note for people, if there is something they should know
     */
    record Piece(List<Block> training, Mapping mapping, Optional<String> note) {

        /** Training rows are treated as any other. */
        static Piece alike(Block training, Mapping mapping) {
            return new Piece(mapping.apply(training), mapping, Optional.empty());
        }

        static Piece dropped(String note) {
            return new Piece(List.of(), block -> List.of(), Optional.of(note));
        }
    }

    /** Learns from the training rows of one block. */
    interface Lesson {

        /** What was learnt; empty when the block is not this transformer's business. */
        Optional<Piece> learn(Block training);
    }

    /** The start of one fit. */
    abstract Lesson begin(TrainingSet training, FitContext context);

    @Override
    protected final Learnt learn(TrainingSet training, FitContext context) {
        Lesson lesson = begin(training, context);
        Map<String, Mapping> mappings = new HashMap<>();
        Map<String, List<String>> sources = new HashMap<>();
        List<String> notes = new ArrayList<>();
        List<Block> changed = new ArrayList<>();
        for (Block block : training.features().blocks()) {
            Optional<Piece> learnt = columns.take(block) ? lesson.learn(block) : Optional.empty();
            if (learnt.isEmpty()) {
                changed.add(block);
                continue;
            }
            Piece piece = learnt.get();
            mappings.put(block.name(), piece.mapping());
            piece.training().forEach(made -> sources.put(made.name(), List.of(block.name())));
            piece.note().ifPresent(notes::add);
            changed.addAll(piece.training());
        }
        refuseTwins(changed);
        return new Learnt(
                new Features(training.rows(), changed),
                new Mapped(name(), Map.copyOf(mappings), Map.copyOf(sources), List.copyOf(notes)));
    }

    private void refuseTwins(List<Block> blocks) {
        Set<String> names = new HashSet<>();
        for (Block block : blocks) {
            if (!names.add(block.name())) {
                throw new WatertightException(
                        "After the step '" + name() + "' two columns would be called '" + block.name() + "'.",
                        "rename the column of that name in the table");
            }
        }
    }

    private record Mapped(
            String step, Map<String, Mapping> mappings, Map<String, List<String>> sources, List<String> notes)
            implements FittedTransformer {

        @Override
        public Features apply(Features features) {
            List<Block> changed = new ArrayList<>();
            int met = 0;
            for (Block block : features.blocks()) {
                Mapping mapping = mappings.get(block.name());
                if (mapping == null) {
                    changed.add(block);
                } else {
                    met++;
                    changed.addAll(mapping.apply(block));
                }
            }
            if (met < mappings.size()) {
                throw lacking(features);
            }
            return new Features(features.rows(), changed);
        }

        private WatertightException lacking(Features features) {
            List<String> absent = mappings.keySet().stream()
                    .filter(name -> features.find(name).isEmpty())
                    .sorted()
                    .toList();
            return new WatertightException(
                    "The step '" + step + "' was fitted on columns that these rows do not have: "
                            + String.join(", ", absent) + ".",
                    "the rows come from another table");
        }
    }
}
