package io.watertight.code.repair;

import io.watertight.core.check.Finding;
import io.watertight.core.check.Fix;
import java.util.Optional;

/** Knows one way to mend one kind of mistake. Stateless. */
@FunctionalInterface
interface Repair {

    /** The edit, if nothing but the leak changes with it. */
    Optional<Fix.CodeEdit> mend(Finding finding, Block.Spot spot);
}
