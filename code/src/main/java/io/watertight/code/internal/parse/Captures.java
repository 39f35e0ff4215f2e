package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.PatternTy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names that a pattern of {@code match} binds. */
final class Captures {

    private Captures() {}

    static List<String> of(PatternTy pattern) {
        var names = new ArrayList<String>();
        collect(pattern, names);
        return names.stream().distinct().toList();
    }

    private static void collect(@Nullable PatternTy pattern, List<String> names) {
        if (pattern instanceof PatternTy.MatchAs as) {
            collect(as.pattern, names);
            add(as.name, names);
        } else if (pattern instanceof PatternTy.MatchStar star) {
            add(star.name, names);
        } else if (pattern instanceof PatternTy.MatchSequence sequence) {
            collectAll(sequence.patterns, names);
        } else if (pattern instanceof PatternTy.MatchOr or) {
            collectAll(or.patterns, names);
        } else if (pattern instanceof PatternTy.MatchMapping mapping) {
            collectAll(mapping.patterns, names);
            add(mapping.rest, names);
        } else if (pattern instanceof PatternTy.MatchClass type) {
            collectAll(type.patterns, names);
            collectAll(type.kwdPatterns, names);
        }
    }

    private static void collectAll(PatternTy @Nullable [] patterns, List<String> names) {
        if (patterns != null) {
            for (PatternTy pattern : patterns) {
                collect(pattern, names);
            }
        }
    }

    private static void add(@Nullable String name, List<String> names) {
        if (name != null) {
            names.add(name);
        }
    }
}
