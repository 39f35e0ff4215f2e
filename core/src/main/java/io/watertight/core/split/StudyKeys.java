package io.watertight.core.split;

import io.watertight.core.study.Key;
import io.watertight.core.study.Study;
import java.util.List;
import java.util.Optional;

/** The keys of a study that a split has to respect. */
public final class StudyKeys {

    private StudyKeys() {}

    /** Declared groups. */
    public static List<Key> groups(Study study) {
        return study.declaration().groups();
    }

    /** What people declared to order the rows: a time, or else the prediction point's column. */
    public static Optional<Key> declaredTime(Study study) {
        return study.declaration().times().stream()
                .findFirst()
                .or(() -> study.predictAt().map(point -> Key.of(point.column())));
    }

    /** What orders the rows, declared or guessed; a split never takes a guess for granted. */
    public static Optional<Key> time(Study study) {
        return declaredTime(study).or(() -> study.times().stream().findFirst());
    }
}
