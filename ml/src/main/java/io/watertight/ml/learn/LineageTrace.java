package io.watertight.ml.learn;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.Features;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows blocks through the steps of one fit. Not thread-safe while it is written; keeps names and ids, no features. */
final class LineageTrace {

    private Map<String, Origin> origins = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private record Origin(List<String> sources, List<Fit> steps, List<String> columns) {}

    /** A digest is worked out when somebody asks. */
    private record Fit(String step, long[] rowIds) {}

    LineageTrace(Features raw) {
        for (Block block : raw.blocks()) {
            origins.put(block.name(), new Origin(List.of(block.name()), List.of(), columns(block)));
        }
    }

    /** Enters a step: blocks that come out as the very objects that went in were only passed on. */
    void passed(String step, long[] rowIds, Features before, Features after, FittedTransformer mapping) {
        Fit fit = new Fit(step, rowIds);
        IdentityHashMap<Block, Boolean> unchanged = new IdentityHashMap<>();
        before.blocks().forEach(block -> unchanged.put(block, true));
        Map<String, List<String>> sources = mapping.sources();
        Map<String, Origin> next = new LinkedHashMap<>();
        for (Block block : after.blocks()) {
            Origin known = origins.get(block.name());
            next.put(
                    block.name(),
                    unchanged.containsKey(block) && known != null
                            ? known
                            : made(block, sources.getOrDefault(block.name(), List.of(block.name())), fit));
        }
        origins = next;
        notes.addAll(mapping.notes());
    }

    private Origin made(Block block, List<String> inputs, Fit fit) {
        Set<String> sources = new LinkedHashSet<>();
        Set<Fit> steps = new LinkedHashSet<>();
        for (String input : inputs) {
            Origin origin = origins.getOrDefault(input, new Origin(List.of(input), List.of(), List.of()));
            sources.addAll(origin.sources());
            steps.addAll(origin.steps());
        }
        steps.add(fit);
        return new Origin(List.copyOf(sources), List.copyOf(steps), columns(block));
    }

    private static List<String> columns(Block block) {
        List<String> names = new ArrayList<>(block.width());
        for (int column = 0; column < block.width(); column++) {
            names.add(block.columnName(column));
        }
        return names;
    }

    Lineage lineage() {
        Map<Fit, Lineage.Step> steps = new HashMap<>();
        List<Lineage.Output> outputs = new ArrayList<>();
        for (Origin origin : origins.values()) {
            List<Lineage.Step> made = origin.steps().stream()
                    .map(fit -> steps.computeIfAbsent(
                            fit,
                            asked -> new Lineage.Step(asked.step(), asked.rowIds().length, digest(asked.rowIds()))))
                    .toList();
            for (String column : origin.columns()) {
                outputs.add(new Lineage.Output(column, origin.sources(), made));
            }
        }
        return new Lineage(outputs, notes);
    }

    private static String digest(long[] rowIds) {
        long[] sorted = rowIds.clone();
        Arrays.sort(sorted);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * sorted.length);
        bytes.asLongBuffer().put(sorted);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
