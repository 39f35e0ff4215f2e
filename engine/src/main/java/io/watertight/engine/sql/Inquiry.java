package io.watertight.engine.sql;

import io.watertight.core.data.TableProfile;
import io.watertight.core.statistic.Outcome;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What all questions of one run share.
 *
 * @param queries runs queries
 * @param source the rows
 * @param outcome the target as it is counted
 * @param profile of the first scan, if there was one: tells columns of few values from columns of many
 */
record Inquiry(Queries queries, Source source, Optional<Outcome> outcome, Optional<TableProfile> profile) {

    /** About how many distinct values a column has. */
    OptionalLong distinct(String column) {
        return profile.map(known -> OptionalLong.of(known.column(column).all().distinct()))
                .orElse(OptionalLong.empty());
    }

    /** Whether a column is known to have a value in every row. */
    boolean isNeverMissing(String column) {
        return profile.isPresent() && profile.get().column(column).all().missing() == 0;
    }

    /** Rows of the table, if known. */
    OptionalLong rows() {
        return profile.map(known -> OptionalLong.of(known.rows())).orElse(OptionalLong.empty());
    }

    /** Names the values of one query. */
    Projection projection() {
        return new Projection(source);
    }
}
