package io.watertight.engine.generate;

import io.watertight.core.Spelling;
import io.watertight.core.WatertightException;
import io.watertight.engine.generate.leak.CopiedRows;
import io.watertight.engine.generate.leak.Customers;
import io.watertight.engine.generate.leak.EncodedByTarget;
import io.watertight.engine.generate.leak.EqualInOneClass;
import io.watertight.engine.generate.leak.FinerLabel;
import io.watertight.engine.generate.leak.JitteredRows;
import io.watertight.engine.generate.leak.LateDate;
import io.watertight.engine.generate.leak.NearlyCopiedRows;
import io.watertight.engine.generate.leak.NoisyTargetCopy;
import io.watertight.engine.generate.leak.OverlappingTime;
import io.watertight.engine.generate.leak.OversampledClass;
import io.watertight.engine.generate.leak.PureSubgroup;
import io.watertight.engine.generate.leak.ScaledTogether;
import io.watertight.engine.generate.leak.SumOfColumns;
import io.watertight.engine.generate.leak.TargetCopy;
import io.watertight.engine.generate.leak.TellingGap;
import io.watertight.engine.generate.leak.TellingIdentifier;
import java.util.List;

/** The leaks that can be planted, by name. */
public final class Leaks {

    private static final List<Leak> ALL = List.of(
            new CopiedRows(),
            new EqualInOneClass(),
            new FinerLabel(),
            new LateDate(),
            new Customers(),
            new TellingIdentifier(),
            new TellingGap(),
            new NearlyCopiedRows(),
            new JitteredRows(),
            new NoisyTargetCopy(),
            new OversampledClass(),
            new PureSubgroup(),
            new ScaledTogether(),
            new SumOfColumns(),
            new TargetCopy(),
            new EncodedByTarget(),
            new OverlappingTime());

    private Leaks() {}

    public static List<Leak> all() {
        return ALL;
    }

    /** @throws WatertightException if there is none of that name */
    public static Leak named(String name) {
        return ALL.stream()
                .filter(leak -> leak.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new WatertightException(
                        "There is no leak '" + name + "' to plant.",
                        Spelling.nearest(name, ALL.stream().map(Leak::name).toList())
                                .map(near -> "you mean '" + near + "'")
                                .orElse("it is one of those that 'watertight generate --list' tells")));
    }
}
