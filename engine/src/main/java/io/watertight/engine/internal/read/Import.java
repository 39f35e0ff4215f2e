package io.watertight.engine.internal.read;

import io.watertight.core.WatertightException;
import io.watertight.core.engine.Progress;
import io.watertight.core.engine.ReadNotice;
import io.watertight.core.engine.TableColumn;
import io.watertight.core.engine.TableRequest;
import io.watertight.core.study.ColumnType;
import io.watertight.engine.internal.Relation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One reading of what a request names. Not thread-safe. */
final class Import {

    private final TableRequest request;
    private final Connection connection;
    private final Progress progress;
    private final InputFiles inputs;
    private final Unpacker unpacker;
    private final TextReader texts;
    private final RowStore store;
    private final ParquetReader parquet;
    /** Files that are read where they lie. */
    private final List<Path> lasting = new ArrayList<>();

    Import(
            TableRequest request,
            Connection connection,
            Path privateFolder,
            Progress progress,
            InputFiles inputs,
            Unpacker unpacker) {
        this.request = request;
        this.connection = connection;
        this.progress = progress;
        this.inputs = inputs;
        this.unpacker = unpacker;
        this.texts = new TextReader(privateFolder, request.delimiter(), unpacker.expansion());
        this.store = new RowStore(connection, privateFolder);
        this.parquet = new ParquetReader(connection);
    }

    /** Training rows, and how other text is to be read like them. */
    private record Training(TypedRows rows, Optional<TypeInference> inference) {}

    Relation run() throws SQLException, IOException {
        // Times without an offset are UTC, whatever the machine's clock says.
        Sql.run(connection, "SET TimeZone = 'UTC'");
        Training training = training(files(request.data()));
        if (training.rows().rows() == 0) {
            throw new WatertightException(
                    "'" + String.join("', '", request.data()) + "' has columns but no rows",
                    "give --no-header if its only line is data");
        }
        if (request.test().isEmpty()) {
            String part = request.split().isPresent()
                    ? Parts.expression(
                            connection, training.rows(), request.split().get())
                    : "0";
            return FileImporter.relation(training.rows(), part, lasting);
        }
        if (request.split().isPresent()) {
            throw new WatertightException(
                    "the split is given twice: by the test set '" + String.join("', '", request.test())
                            + "' and by the column '" + request.split().get() + "'",
                    "leave one of them out");
        }
        return withTest(training);
    }

    private List<Content> files(List<String> arguments) {
        List<Content> contents = new ArrayList<>();
        for (InputFile found : inputs.find(arguments)) {
            progress.stage("Reading " + found.shown(), 0);
            InputFile file = unpacker.unpack(found);
            contents.add(new Content(file, Sniffer.format(file)));
        }
        long parquets = contents.stream().filter(Content::isParquet).count();
        if (parquets > 0 && parquets < contents.size()) {
            throw new WatertightException(
                    parquets + " of the " + contents.size() + " files are Parquet, the others are not",
                    "name the files of one format only");
        }
        contents.stream()
                .filter(Content::isParquet)
                .map(content -> content.file().path())
                .forEach(lasting::add);
        return contents;
    }

    private Training training(List<Content> contents) throws SQLException, IOException {
        if (contents.get(0).isParquet()) {
            return new Training(parquet.read(Content.files(contents), request.types()), Optional.empty());
        }
        try {
            return imported(texts.read(contents, request.header(), false));
        } catch (SQLException irregular) {
            // What breaks the rules somewhere in the middle goes through the forgiving parser.
            return imported(texts.read(contents, request.header(), true));
        }
    }

    private Training imported(TextTable table) throws SQLException {
        Optional<DirectImport.Imported> direct = new DirectImport(connection, store).read(table, request.types());
        if (direct.isPresent()) {
            return training(table, direct.get().stored(), direct.get().inference());
        }
        TypeInference inference = store.counting(table, cells -> TypeInference.of(connection, cells, request.types()));
        List<String> expressions = new ArrayList<>();
        for (int column = 0; column < inference.plans().size(); column++) {
            expressions.add(inference.plans().get(column).lean(Sql.physical(column)));
        }
        return training(table, store.keep(expressions, table.from(), table.bytes()), inference);
    }

    private static Training training(TextTable table, RowStore.Stored stored, TypeInference inference) {
        List<ReadNotice> notices = new ArrayList<>(table.notices());
        notices.addAll(inference.notices());
        List<TableColumn> columns =
                inference.plans().stream().map(ColumnPlan::column).toList();
        TypedRows rows = new TypedRows(
                stored.from(), stored.rowId(), inference.rows(), columns, physical(columns.size()), notices);
        return new Training(rows, Optional.of(inference));
    }

    private static List<String> physical(int width) {
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            names.add(Sql.physical(column));
        }
        return names;
    }

    private Relation withTest(Training training) throws SQLException, IOException {
        String shown = "'" + String.join("', '", request.test()) + "'";
        List<Content> contents = files(request.test());
        TypedRows train = training.rows();
        TypedRows test;
        if (contents.get(0).isParquet()) {
            test = testParquet(contents, train);
        } else {
            test = testText(contents, training, shown);
        }
        if (test.rows() == 0) {
            throw new WatertightException("the test set " + shown + " has no rows", "check how it was written");
        }
        List<ReadNotice> notices = new ArrayList<>(train.notices());
        notices.addAll(test.notices());
        String view = TestRows.viewName();
        Sql.run(connection, TestRows.view(view, train, test));
        List<TableColumn> columns = TestRows.columns(train, test);
        TypedRows both =
                new TypedRows(view, "row_id", train.rows() + test.rows(), columns, physical(columns.size()), notices);
        return FileImporter.relation(both, "part", lasting);
    }

    private TypedRows testParquet(List<Content> contents, TypedRows train) throws SQLException {
        Map<String, ColumnType> wanted =
                train.columns().stream().collect(Collectors.toMap(TableColumn::name, TableColumn::type));
        TypedRows natural = parquet.read(Content.files(contents), Map.of());
        List<String> differing = natural.columns().stream()
                .filter(column -> wanted.getOrDefault(column.name(), column.type()) != column.type())
                .map(TableColumn::name)
                .toList();
        List<ReadNotice> notices = new ArrayList<>(TestRows.differences(train.names(), natural.names(), "given"));
        if (!differing.isEmpty()) {
            notices.add(new ReadNotice(
                    ReadNotice.Kind.TYPE_DIFFERS,
                    differing,
                    differing.size(),
                    differing.size() + " columns of the test set have another type than in the training data"));
        }
        return parquet.read(Content.files(contents), wanted).plus(notices);
    }

    private TypedRows testText(List<Content> contents, Training training, String shown)
            throws SQLException, IOException {
        try {
            return TestText.read(
                    connection,
                    store,
                    aligned(contents, training, false),
                    training.rows(),
                    training.inference(),
                    shown);
        } catch (SQLException irregular) {
            return TestText.read(
                    connection, store, aligned(contents, training, true), training.rows(), training.inference(), shown);
        }
    }

    /** Whether the first line names columns, though other ones: where the training data has numbers, it has words. */
    private static boolean isHeader(List<String> first, List<TableColumn> training) {
        return IntStream.range(0, Math.min(first.size(), training.size()))
                .filter(place -> training.get(place).type() == ColumnType.NUMBER)
                .anyMatch(place -> !HeaderGuess.isValue(first.get(place))
                        && !Missing.isWord(first.get(place))
                        && !first.get(place).equals("c" + (place + 1)));
    }

    /** The test set as text; without a header of its own it has the training columns by position. */
    private TextTable aligned(List<Content> contents, Training training, boolean clean) throws IOException {
        TextTable table = texts.read(contents, request.header(), clean);
        List<String> names = training.rows().names();
        boolean foreign = table.names().stream().noneMatch(names::contains);
        if (foreign
                && !isHeader(table.names(), training.rows().columns())
                && request.header().isEmpty()
                && table.names().size() == names.size()) {
            TextTable bare = texts.read(contents, Optional.of(false), clean);
            return new TextTable(
                    names,
                    bare.from(),
                    Map.of(),
                    bare.missingWords(),
                    bare.decimalComma(),
                    bare.bytes(),
                    bare.notices());
        }
        return table;
    }
}
