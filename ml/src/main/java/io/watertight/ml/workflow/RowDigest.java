package io.watertight.ml.workflow;

import io.watertight.ml.data.Block;
import io.watertight.ml.data.CategoryBlock;
import io.watertight.ml.data.NumberBlock;
import io.watertight.ml.data.Response;
import io.watertight.ml.learn.RawTrainingSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The fingerprint of training rows: ids, features and responses, in their order. */
final class RowDigest {

    private final MessageDigest digest;
    private final ByteBuffer buffer = ByteBuffer.allocate(8192);

    private RowDigest(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(RawTrainingSet training) {
        try {
            RowDigest rows = new RowDigest(MessageDigest.getInstance("SHA-256"));
            for (long id : training.rowIds()) {
                rows.add(id);
            }
            training.features().blocks().forEach(rows::add);
            rows.add(training.response());
            return rows.finish();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private void add(Block block) {
        addText(block.name());
        if (block instanceof NumberBlock numbers) {
            for (double value : numbers.values()) {
                add(Double.doubleToLongBits(value));
            }
        } else if (block instanceof CategoryBlock words) {
            long[] hashes = words.dictionary().stream()
                    .mapToLong(word -> ((long) word.hashCode() << 32) + word.length())
                    .toArray();
            for (int code : words.codes()) {
                add(code < 0 ? -1 : hashes[code]);
            }
        }
    }

    private void add(Response response) {
        if (response instanceof Response.Numbers numbers) {
            for (double value : numbers.values()) {
                add(Double.doubleToLongBits(value));
            }
        } else if (response instanceof Response.Classes classes) {
            for (int code : classes.codes()) {
                add(code);
            }
        }
    }

    private void addText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        for (byte one : bytes) {
            add(one);
        }
    }

    private void add(long number) {
        if (!buffer.hasRemaining()) {
            digest.update(buffer.flip());
            buffer.clear();
        }
        buffer.putLong(number);
    }

    private String finish() {
        digest.update(buffer.flip());
        return HexFormat.of().formatHex(digest.digest());
    }
}
