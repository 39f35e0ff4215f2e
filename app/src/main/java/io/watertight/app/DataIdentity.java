package io.watertight.app;

import io.watertight.app.report.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Says which data something was made of, so that it is not used with other data. */
final class DataIdentity {

    private DataIdentity() {}

    /** Name, size and SHA-256 of each file; a glob, a folder or a pipe just as it was typed. */
    static String of(List<String> locations) {
        return String.join("; ", locations.stream().map(DataIdentity::of).toList());
    }

    private static String of(String location) {
        InputFile file = file(location, "");
        return file.sha256()
                .map(hash -> file.name() + ", " + file.bytes().orElse(0) + " bytes, sha256 " + hash)
                .orElse(location);
    }

    /**
     * What identifies the content of a file.
     *
     * @param part what its rows are for
     */
    static InputFile file(String location, String part) {
        try {
            Path path = Path.of(location);
            if (!Files.isRegularFile(path)) {
                return unread(location, part);
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return new InputFile(
                    String.valueOf(path.getFileName()),
                    part,
                    OptionalLong.of(Files.size(path)),
                    Optional.of(HexFormat.of().formatHex(digest.digest())));
        } catch (IOException | InvalidPathException unreadable) {
            return unread(location, part);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** A glob, a folder or a pipe has no hash of its own. */
    private static InputFile unread(String location, String part) {
        return new InputFile(location, part, OptionalLong.empty(), Optional.empty());
    }
}
