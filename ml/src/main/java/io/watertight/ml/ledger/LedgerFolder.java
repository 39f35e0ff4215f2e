package io.watertight.ml.ledger;

import io.watertight.core.WatertightException;
import io.watertight.core.files.WholeFile;
import io.watertight.ml.ledger.LedgerProblem.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The ledger's files: {@code watertight-ledger/CHAIN.jsonl} for version control, and {@code .watertight} for what only this machine
 * needs. Safe for several threads and processes.
 */
final class LedgerFolder {

    static final String NAME = "watertight-ledger";
    static final String LOCAL = ".watertight";
    private static final String ENDING = ".jsonl";
    private static final String INTERRUPTED = "interrupted";

    /** A process may hold a file lock only once, so its threads wait for one another here. */
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final Path folder;
    private final Clock clock;
    private final WriterIdentity writer;

    LedgerFolder(Path folder, Clock clock, WriterIdentity writer) {
        this.folder = folder;
        this.clock = clock;
        this.writer = writer;
    }

    /** What can be done while nobody else on this machine writes. */
    final class Session {

        private Chains chains;
        private boolean isCurrent = true;

        private Session(Chains chains) {
            this.chains = chains;
        }

        LedgerReading reading() {
            return current().reading();
        }

        /** Returns after the entry has reached the disk. */
        LedgerRecord append(Entry entry) {
            LedgerRecord record = attempt(() -> write(current(), entry));
            isCurrent = false;
            return record;
        }

        private Chains current() {
            if (!isCurrent) {
                chains = attempt(LedgerFolder.this::chains);
                isCurrent = true;
            }
            return chains;
        }
    }

    /** Waits for writers where it can; where this user may not write, there is no lock to wait at. */
    LedgerReading reading() {
        if (Files.isDirectory(folder.resolve(NAME))) {
            try {
                return exclusively(Session::reading);
            } catch (WatertightException noLock) {
                return attempt(this::chains).reading();
            }
        }
        return attempt(this::chains).reading();
    }

    <T> T exclusively(Function<Session, T> action) {
        Path local = folder.resolve(LOCAL);
        ReentrantLock threads = attempt(() -> {
            Files.createDirectories(local);
            return LOCKS.computeIfAbsent(local.toRealPath(), path -> new ReentrantLock());
        });
        threads.lock();
        try (FileChannel file = attempt(() -> FileChannel.open(
                        local.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
                FileLock processes = attempt(file::lock)) {
            assert processes.isValid();
            return action.apply(new Session(attempt(this::chains)));
        } catch (IOException problem) {
            throw unusable(problem);
        } finally {
            threads.unlock();
        }
    }

    private Chains chains() throws IOException {
        Path place = folder.resolve(NAME);
        Map<String, Chain> chains = new TreeMap<>();
        List<String> interruptions = new ArrayList<>();
        for (Path file : list(place)) {
            String name = String.valueOf(file.getFileName());
            if (name.endsWith(ENDING)) {
                String chain = name.substring(0, name.length() - ENDING.length());
                chains.put(chain, Chain.read(chain, NAME + "/" + name, Files.readAllBytes(file)));
            }
        }
        for (Path file : list(place.resolve(INTERRUPTED))) {
            interruptions.add(NAME + "/" + INTERRUPTED + "/" + file.getFileName());
        }
        return new Chains(chains, LocalMemory.all(folder.resolve(LOCAL)), interruptions);
    }

    private static List<Path> list(Path place) throws IOException {
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        }
    }

    private LocalMemory memory() {
        return LocalMemory.of(folder.resolve(LOCAL), writer);
    }

    private LedgerRecord write(Chains chains, Entry entry) throws IOException {
        Path place = folder.resolve(NAME);
        prepare(place);
        Chain chain = ownChain(chains);
        Path file = place.resolve(chain.name() + ENDING);
        mend(file, chain);
        Optional<Head> head = chain.head();
        Line line = new Line(
                head.map(Head::entries).orElse(0) + 1,
                head.map(Head::hash).orElseGet(() -> Line.origin(chain.name())),
                clock.instant().toString(),
                writer.name(),
                chains.headsBeside(chain.name()),
                entry);
        String text = Chain.line(line);
        boolean isNew = !Files.exists(file);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            writeAll(channel, (chain.isEnded() ? "" : "\n") + text + "\n");
        }
        if (isNew) {
            force(place);
        }
        Chain now = Chain.read(chain.name(), file.toString(), (text + "\n").getBytes(StandardCharsets.US_ASCII));
        LedgerRecord record = now.records().get(0);
        memory().remember(chain.name(), new Head(record.number(), record.hash()));
        return record;
    }

    /**
     * The chain this writer goes on with. When a chain is not as this machine left it, another branch is checked out or somebody cut it:
     * to go on would fork the chain, so a new one begins.
     */
    private Chain ownChain(Chains chains) {
        Map<String, Head> remembered = memory().heads();
        for (int number = 1; ; number++) {
            String name = number == 1 ? writer.id() : writer.id() + "-" + number;
            Chain chain = chains.chain(name);
            Head left = remembered.get(name);
            boolean isAsLeft = left == null ? chain.records().isEmpty() || number == 1 : chain.wentThrough(left);
            if (isAsLeft && chain.problems().stream().allMatch(problem -> problem.kind() == Kind.TORN)) {
                return chain;
            }
        }
    }

    /** Puts aside what a crash left behind the last whole line. At every moment of this, the bytes are in one place at least. */
    private void mend(Path file, Chain chain) throws IOException {
        if (chain.torn().length == 0) {
            return;
        }
        Path place = Files.createDirectories(file.resolveSibling(INTERRUPTED));
        String name = chain.name() + "-" + (chain.records().size() + 1) + "-"
                + Sha256.of(chain.torn()).substring(0, 8) + ".txt";
        try (FileChannel kept = FileChannel.open(
                place.resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(kept, new String(chain.torn(), StandardCharsets.ISO_8859_1));
        }
        force(place);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(chain.intact());
            channel.force(true);
        }
    }

    private static void prepare(Path place) throws IOException {
        Files.createDirectories(place);
        Path attributes = place.resolve(".gitattributes");
        if (!Files.exists(attributes)) {
            // A changed line end would look like tampering, and two halves of a chain merged by lines are no chain.
            WholeFile.write(attributes, "*.jsonl -text merge=binary\ninterrupted/* -text\n");
        }
    }

    private static void writeAll(FileChannel channel, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    /** Makes a new file's name last; systems that cannot do that for folders do it by themselves. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notForFolders) {
            return;
        }
    }

    private interface Attempt<T> {
        T run() throws IOException;
    }

    private <T> T attempt(Attempt<T> action) {
        try {
            return action.run();
        } catch (IOException problem) {
            throw unusable(problem);
        }
    }

    private WatertightException unusable(IOException problem) {
        return new WatertightException(
                "The ledger in " + folder.resolve(NAME) + " cannot be read or written: " + problem.getMessage() + ".",
                "you may not write in " + folder + ", or the disk is full",
                problem);
    }
}
