package io.watertight.ml.data;

import java.util.List;

/**
 * A column of categories as indicators (one-hot), held as codes: one indicator a level, at most one of them set in a row.
 *
 * @param name the column it comes from
 * @param codes the level of each row, -1 where no indicator is set
 * @param levels what the indicators stand for, in order
 */
public record IndicatorBlock(String name, int[] codes, List<String> levels) implements Block {

    public IndicatorBlock {
        levels = List.copyOf(levels);
    }

    @Override
    public int rows() {
        return codes.length;
    }

    @Override
    public int width() {
        return levels.size();
    }

    @Override
    public String columnName(int column) {
        return name + "=" + levels.get(column);
    }

    @Override
    public IndicatorBlock gather(int[] rows) {
        return new IndicatorBlock(name, Codes.gather(codes, rows), levels);
    }
}
