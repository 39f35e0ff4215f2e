package io.watertight.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
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
 * An aggregate that Spark lacks: the few smallest values, in memory that does not grow with the rows. The result is a list as
 * bytes, which {@link #wholes} and {@link #texts} read.
 *
 * @param <T> of the values
 */
final class Smallest<T> extends Aggregator<Tuple2<T, Integer>, Smallest.Few, byte[]> {

    private static final long serialVersionUID = 1L;

    /** Name of the function for whole numbers. */
    static final String NUMBERS = "watertight_smallest";

    /** Name of the function for texts, ordered by their bytes in UTF-8. */
    static final String TEXTS = "watertight_smallest_texts";

    private Smallest() {}

    /** Makes both functions known to a session. */
    static void register(SparkSession session) {
        session.udf()
                .register(
                        NUMBERS,
                        functions.udaf(
                                new Smallest<Long>(), Encoders.tuple(Encoders.LONG(), Encoders.INT())));
        session.udf()
                .register(
                        TEXTS,
                        functions.udaf(
                                new Smallest<String>(), Encoders.tuple(Encoders.STRING(), Encoders.INT())));
    }

    /** A few values as bytes, ascending. */
    static final class Few implements Serializable {
        private static final long serialVersionUID = 1L;
        private final ArrayList<byte[]> values = new ArrayList<>();
        private int most;

        void add(byte[] value, int limit) {
            most = Math.max(most, limit);
            if (values.size() >= most && compare(values.get(values.size() - 1), value) <= 0) {
                return;
            }
            int place = 0;
            while (place < values.size() && compare(values.get(place), value) <= 0) {
                place++;
            }
            values.add(place, value);
            if (values.size() > most) {
                values.remove(values.size() - 1);
            }
        }

        private static int compare(byte[] left, byte[] right) {
            return Arrays.compareUnsigned(left, right);
        }
    }

    @Override
    public Few zero() {
        return new Few();
    }

    @Override
    public Few reduce(Few few, Tuple2<T, Integer> input) {
        @Nullable T value = input._1();
        if (value != null) {
            few.add(bytes(value), input._2());
        }
        return few;
    }

    /** Bytes that are ordered as the values are. */
    private static byte[] bytes(Object value) {
        if (value instanceof Long number) {
            byte[] result = new byte[Long.BYTES];
            long shifted = number ^ Long.MIN_VALUE;
            for (int index = Long.BYTES - 1; index >= 0; index--) {
                result[index] = (byte) shifted;
                shifted >>>= Byte.SIZE;
            }
            return result;
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Few merge(Few left, Few right) {
        right.values.forEach(value -> left.add(value, right.most));
        return left;
    }

    @Override
    public byte[] finish(Few few) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (byte[] value : few.values) {
                out.writeInt(value.length);
                out.write(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> read(byte[] list) {
        List<byte[]> values = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(list))) {
            while (in.available() > 0) {
                values.add(in.readNBytes(in.readInt()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return values;
    }

    static List<Long> wholes(byte[] list) {
        return read(list).stream()
                .map(value -> {
                    long number = 0;
                    for (byte one : value) {
                        number = number << Byte.SIZE | one & 0xff;
                    }
                    return number ^ Long.MIN_VALUE;
                })
                .toList();
    }

    static List<String> texts(byte[] list) {
        return read(list).stream()
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public Encoder<Few> bufferEncoder() {
        return Encoders.javaSerialization(Few.class);
    }

    @Override
    public Encoder<byte[]> outputEncoder() {
        return Encoders.BINARY();
    }
}
