package io.watertight.spark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Aggregator;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import scala.Tuple2;

/**
 * An aggregate that Spark lacks: the few smallest values, in memory that does not grow with the rows. Buffer and result are one list
 * as bytes: how many values are wanted, then each value with its length, ascending; {@link #wholes} and {@link #texts} read it.
 *
 * @param <T> of the values
 */
final class Smallest<T> extends Aggregator<Tuple2<T, Integer>, byte[], byte[]> {

    private static final long serialVersionUID = 1L;

    /** Name of the function for whole numbers. */
    static final String NUMBERS = "watertight_smallest";

    /** Name of the function for texts, ordered by their bytes in UTF-8. */
    static final String TEXTS = "watertight_smallest_texts";

    private static final int HEAD = Integer.BYTES;

    private Smallest() {}

    /** Makes both functions known to a session. */
    static void register(SparkSession session) {
        session.udf()
                .register(
                        NUMBERS, functions.udaf(new Smallest<Long>(), Encoders.tuple(Encoders.LONG(), Encoders.INT())));
        session.udf()
                .register(
                        TEXTS,
                        functions.udaf(new Smallest<String>(), Encoders.tuple(Encoders.STRING(), Encoders.INT())));
    }

    @Override
    public byte[] zero() {
        return new byte[HEAD];
    }

    @Override
    public byte[] reduce(byte[] few, Tuple2<T, Integer> input) {
        @Nullable T value = input._1();
        return value == null ? few : with(few, List.of(bytes(value)), input._2());
    }

    @Override
    public byte[] merge(byte[] left, byte[] right) {
        return with(left, values(right), ByteBuffer.wrap(right).getInt());
    }

    @Override
    public byte[] finish(byte[] few) {
        return few;
    }

    private static byte[] with(byte[] few, List<byte[]> more, int limit) {
        int most = Math.max(limit, ByteBuffer.wrap(few).getInt());
        List<byte[]> values = values(few);
        boolean changed = false;
        for (byte[] value : more) {
            if (values.size() < most || Arrays.compareUnsigned(value, values.get(values.size() - 1)) < 0) {
                values.add(value);
                values.sort(Arrays::compareUnsigned);
                changed = true;
            }
            if (values.size() > most) {
                values.remove(values.size() - 1);
            }
        }
        return changed ? list(values, most) : few;
    }

    private static byte[] list(List<byte[]> values, int most) {
        int size = HEAD
                + values.stream()
                        .mapToInt(value -> Integer.BYTES + value.length)
                        .sum();
        ByteBuffer buffer = ByteBuffer.allocate(size).putInt(most);
        values.forEach(value -> buffer.putInt(value.length).put(value));
        return buffer.array();
    }

    private static List<byte[]> values(byte[] list) {
        ByteBuffer buffer = ByteBuffer.wrap(list).position(HEAD);
        List<byte[]> values = new ArrayList<>();
        while (buffer.hasRemaining()) {
            byte[] value = new byte[buffer.getInt()];
            buffer.get(value);
            values.add(value);
        }
        return values;
    }

    /** Bytes that are ordered as the values are. */
    private static byte[] bytes(Object value) {
        return value instanceof Long number
                ? ByteBuffer.allocate(Long.BYTES)
                        .putLong(number ^ Long.MIN_VALUE)
                        .array()
                : value.toString().getBytes(StandardCharsets.UTF_8);
    }

    static List<Long> wholes(byte[] list) {
        return values(list).stream()
                .map(value -> ByteBuffer.wrap(value).getLong() ^ Long.MIN_VALUE)
                .toList();
    }

    static List<String> texts(byte[] list) {
        return values(list).stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public Encoder<byte[]> bufferEncoder() {
        return Encoders.BINARY();
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
