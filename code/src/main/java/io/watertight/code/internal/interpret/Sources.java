package io.watertight.code.internal.interpret;

import io.watertight.code.knowledge.Effect;
import io.watertight.code.knowledge.Gives;
import io.watertight.code.syntax.Expression;
import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import io.watertight.code.value.Tag;
import io.watertight.code.value.Value;
import java.util.Optional;
import java.util.Set;

/** Calls that bring rows into the program: files, generators, datasets of a library. */
final class Sources {

    /** Those that read one picture or one sound: in a loop, each is a row. */
    private static final Set<String> SAMPLES = Set.of(
            "PIL.Image.open",
            "cv2.imread",
            "imageio.imread",
            "librosa.load",
            "matplotlib.pyplot.imread",
            "scipy.io.wavfile.read",
            "skimage.io.imread",
            "tensorflow.keras.preprocessing.image.load_img",
            "tensorflow.keras.utils.load_img");

    private final Machine machine;

    Sources(Machine machine) {
        this.machine = machine;
    }

    /** {@code spark.read.option(...).csv(path)}: whatever the session is called, a reader opens a source at the end of the chain. */
    static Optional<Effect> ofSession(Machine machine, Expression.Call call) {
        return call.function() instanceof Expression.Attribute method && isReader(method.object())
                ? machine.knowledge().function("pyspark.sql.DataFrameReader." + method.name())
                : Optional.empty();
    }

    private static boolean isReader(Expression expression) {
        Expression at = expression;
        while (at instanceof Expression.Call call && call.function() instanceof Expression.Attribute option) {
            at = option.object();
        }
        return at instanceof Expression.Attribute read && read.name().equals("read");
    }

    /** Opens a source: what is named by a constant text is the same rows wherever it is opened. */
    Value open(Effect effect, Arguments arguments, Span span) {
        StringBuilder name =
                new StringBuilder(effect.name().substring(effect.name().lastIndexOf('.') + 1));
        boolean named = false;
        for (Value value : arguments.positional()) {
            Optional<String> text = Constants.text(value);
            named |= text.isPresent();
            text.ifPresent(word -> name.append(' ').append(word));
        }
        arguments
                .named()
                .forEach((key, value) -> Constants.text(value)
                        .filter(text -> key.contains("path") || key.contains("file") || key.contains("split"))
                        .ifPresent(word -> name.append(' ').append(word)));
        if (!named) {
            name.append(" at ")
                    .append(span.line())
                    .append(':')
                    .append(span.column())
                    .append(" on way ")
                    .append(machine.path());
        }
        Data data = Data.of(effect.gives(), machine.rows().root(name.toString(), span));
        boolean dates = arguments.named().containsKey("parse_dates");
        boolean repeated = machine.loops().stream().anyMatch(loop -> loop.round() < 0);
        boolean assumed = effect.gives() == Gives.SAME || effect.gives() == Gives.DATASET || repeated;
        boolean series = Times.readsDatesAsLabels(arguments) || Times.isSeries(effect.name());
        Data parsed = dates || effect.name().endsWith("date_range") ? data.with(Tag.DATES) : data;
        Data made = series ? parsed.with(Tag.TIME_ORDERED) : parsed;
        Data known = repeated && SAMPLES.contains(effect.name()) ? made.with(Tag.SINGLE) : made;
        boolean dropsColumns =
                effect.name().startsWith("polars.") || effect.name().startsWith("pyspark.");
        Data frame = dropsColumns ? known.with(Tag.DROPS_COLUMNS) : known;
        return machine.make(assumed ? frame.with(Tag.ASSUMED) : frame, span, name.toString());
    }
}
