package io.watertight.app;

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

/** Says which data something was made of, so that it is not used with other data. */
final class DataIdentity {

    private DataIdentity() {}

    /** Name, size and SHA-256 of each file; a glob, a folder or a pipe just as it was typed. */
    static String of(List<String> locations) {
        return String.join("; ", locations.stream().map(DataIdentity::of).toList());
    }

    private static String of(String location) {
        try {
            Path path = Path.of(location);
            if (!Files.isRegularFile(path)) {
                return location;
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return path.getFileName() + ", " + Files.size(path) + " bytes, sha256 "
                    + HexFormat.of().formatHex(digest.digest());
        } catch (IOException | InvalidPathException unreadable) {
            return location;
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
