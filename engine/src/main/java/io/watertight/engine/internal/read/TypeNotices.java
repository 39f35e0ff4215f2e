package io.watertight.engine.internal.read;

import io.watertight.core.engine.ReadNotice;
import io.watertight.core.study.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says what the type of a column leaves out or cannot tell. */
final class TypeNotices {

    private TypeNotices() {}

    static List<ReadNotice> of(TypeDecision decision, ColumnPlan plan, boolean declared) {
        List<ReadNotice> notices = new ArrayList<>();
        List<String> columns = List.of(plan.name());
        long misfits = decision.misfits(plan);
        if (misfits > 0) {
            String kind = plan.type().name().toLowerCase(Locale.ROOT);
            notices.add(new ReadNotice(
                    ReadNotice.Kind.MIXED_TYPES,
                    columns,
                    misfits,
                    "column '" + plan.name() + "' is read as " + kind + (declared ? " as declared" : "") + "; "
                            + (misfits == 1 ? "1 cell that is none counts" : misfits + " cells that are none count")
                            + " as missing"));
        }
        if (decision.infinite(plan) > 0) {
            notices.add(infinite(plan.name(), decision.infinite(plan)));
        }
        if (!declared && decision.ambiguous().isPresent()) {
            notices.add(new ReadNotice(ReadNotice.Kind.DATE_ORDER, columns, decision.present(), order(decision, plan)));
        }
        int spellings = spellings(decision, plan);
        if (spellings > 1) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.MISSING_SPELLINGS,
                    columns,
                    spellings,
                    "column '" + plan.name() + "' spells a missing value in " + spellings + " ways"));
        }
        return notices;
    }

    private static String order(TypeDecision decision, ColumnPlan plan) {
        String dates = "column '" + plan.name() + "' holds dates that may begin with the day or with the month; ";
        if (plan.type() == ColumnType.TIME) {
            boolean dayFirst = decision.settled(true).filter(plan::equals).isPresent();
            return dates + "the " + (dayFirst ? "day" : "month")
                    + " is read first, as the other dates of the table have it";
        }
        return dates + "it is read as text (--type " + plan.name() + "=time reads the month first)";
    }

    static ReadNotice infinite(String column, long count) {
        return new ReadNotice(
                ReadNotice.Kind.INFINITE,
                List.of(column),
                count,
                "column '" + column + "' holds " + (count == 1 ? "1 infinite number" : count + " infinite numbers")
                        + ", read as missing");
    }

    private static int spellings(TypeDecision decision, ColumnPlan plan) {
        int bits = decision.words().map(WordCounts::spellings).orElse(0);
        if (plan.type() == ColumnType.TEXT) {
            bits &= Missing.alwaysBits();
        }
        // The empty cell and the blank one are one spelling.
        boolean empty = decision.numbers().filled() < decision.numbers().rows() || (bits & 1) != 0;
        return Integer.bitCount(bits & ~1) + (empty ? 1 : 0);
    }
}
