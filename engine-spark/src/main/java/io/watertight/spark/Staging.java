package io.watertight.spark;

import io.watertight.core.WatertightException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/** Where this process and the tasks of a cluster can both put files: on one machine its private folder. */
final class Staging implements AutoCloseable {

    private static final FsPermission PRIVATE = new FsPermission("700");

    /** The setting that names a folder which this process and the tasks both reach. */
    private static final String SETTING = "spark.watertight.staging";

    private final Path folder;
    private final boolean local;
    private final Configuration configuration;
    private final boolean chosen;
    private final org.apache.hadoop.fs.Path root;

    /** @param folder private to this process */
    Staging(SparkSession session, Path folder) {
        SparkContext context = session.sparkContext();
        this.folder = folder;
        this.local = context.isLocal();
        this.configuration = context.hadoopConfiguration();
        String shared = session.conf().get(SETTING, "");
        this.chosen = !shared.isBlank();
        this.root = local
                ? new org.apache.hadoop.fs.Path(folder.toAbsolutePath().toUri())
                : new org.apache.hadoop.fs.Path(
                        chosen
                                ? new org.apache.hadoop.fs.Path(shared)
                                : new org.apache.hadoop.fs.Path(
                                        new org.apache.hadoop.fs.Path(FileSystem.getDefaultUri(configuration)), "/tmp"),
                        "watertight-" + UUID.randomUUID());
    }

    /** A file of this machine as Spark calls it: Hadoop's addresses hold blanks as they are. */
    static String address(Path file) {
        return new org.apache.hadoop.fs.Path("file", "", file.toAbsolutePath().toString()).toString();
    }

    /** The address of a file or folder that does not exist yet, where nobody else looks. */
    String fresh(String name) {
        if (!local) {
            trying(() -> {
                FileSystem shared = shared();
                return shared.exists(root) || FileSystem.mkdirs(shared, root, PRIVATE) && shared.deleteOnExit(root);
            });
        }
        return new org.apache.hadoop.fs.Path(root, name + "-" + UUID.randomUUID()).toString();
    }

    /** The address under which tasks read a file of the private folder. */
    String put(Path file) {
        if (local) {
            return address(file);
        }
        return trying(() -> {
            FileSystem shared = shared();
            org.apache.hadoop.fs.Path target = new org.apache.hadoop.fs.Path(fresh("file"));
            shared.copyFromLocalFile(
                    new org.apache.hadoop.fs.Path(file.toAbsolutePath().toUri()), target);
            return target.toString();
        });
    }

    /** The parts of what tasks wrote, as files of this machine, in their order. */
    List<Path> take(String address) {
        return trying(() -> {
            org.apache.hadoop.fs.Path written = new org.apache.hadoop.fs.Path(address);
            FileSystem shared = written.getFileSystem(configuration);
            List<Path> files = new ArrayList<>();
            for (FileStatus part :
                    Arrays.stream(shared.listStatus(written)).sorted().toList()) {
                if (!part.getPath().getName().startsWith("part-")) {
                    continue;
                }
                if (local) {
                    files.add(Path.of(part.getPath().toUri()));
                } else {
                    Path copy = folder.resolve(part.getPath().getName());
                    shared.copyToLocalFile(
                            part.getPath(),
                            new org.apache.hadoop.fs.Path(copy.toAbsolutePath().toUri()));
                    files.add(copy);
                }
            }
            return files;
        });
    }

    /** A folder of this machine is taken for a shared one only if somebody said so, such as a mounted one. */
    private FileSystem shared() throws IOException {
        FileSystem shared = root.getFileSystem(configuration);
        if (!chosen && shared.getScheme().equals("file")) {
            throw new WatertightException(
                    "The machines of this cluster share no files with this one: Spark's default file system is "
                            + FileSystem.getDefaultUri(configuration) + ".",
                    "name a folder that all of them reach, as in -D" + SETTING
                            + "=hdfs://host/tmp, or run with --master" + " local[2]");
        }
        return shared;
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T trying(Work<T> work) {
        try {
            return work.run();
        } catch (IOException failure) {
            throw new WatertightException(
                    "Files cannot be passed between this process and Spark: " + failure.getMessage() + ".",
                    "make room in the folder that setting " + SETTING
                            + " names (by default /tmp of the cluster's file system), and let" + " you write there",
                    failure);
        }
    }

    /** Deletes what was passed; a report that is done is not lost because that fails. */
    @Override
    public void close() {
        if (local) {
            return;
        }
        try {
            root.getFileSystem(configuration).delete(root, true);
        } catch (IOException kept) {
            System.getLogger(Staging.class.getName())
                    .log(System.Logger.Level.WARNING, "Files are left in {0}: {1}", root, kept.getMessage());
        }
    }
}
