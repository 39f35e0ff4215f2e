package io.watertight.engine.sql;

import io.watertight.core.statistic.Outcome;
import java.util.Optional;

/**
 * What all questions of one run share.
 *
 * @param queries runs queries
 * @param source the rows
 * @param outcome the target as it is counted
 */
record Inquiry(Queries queries, Source source, Optional<Outcome> outcome) {

    /** Names the values of one query. */
    Projection projection() {
        return new Projection(source);
    }
}
