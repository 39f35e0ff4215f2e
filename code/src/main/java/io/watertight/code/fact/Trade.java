package io.watertight.code.fact;

import io.watertight.code.syntax.Span;
import io.watertight.code.value.Data;
import java.util.Optional;

/**
 * Somebody acts in each row on what is known there: a position earns a return, or a strategy says when to buy.
 *
 * @param id the number of the fact
 * @param site the product, or the call
 * @param kind how it acts
 * @param position what it acts on
 * @param name how the program calls the position, in a few words
 * @param change the return that is earned; empty where a library works it out
 * @param evidence how it is known to be a strategy's result
 */
public record Trade(
        int id, Span site, Kind kind, Data position, String name, Optional<Data> change, Evidence evidence) {

    /** How it acts. */
    public enum Kind {
        /** A position is multiplied by a return. */
        PRODUCT,
        /** A library is given signals or columns of signals. */
        SIGNALS,
        /** A strategy of a library reads a bar that is yet to come. */
        NEXT_BAR,
        /** A test on a later row decides on an order. */
        ORDER
    }

    /** How it is known to be a strategy's result. */
    public enum Evidence {
        /** It may as well be a feature. */
        NONE,
        /** Results of all rows are added up or multiplied. */
        ADDED_UP,
        /** The program calls it so. */
        NAMED
    }

    private Trade(Trade other, Evidence evidence) {
        this(other.id, other.site, other.kind, other.position, other.name, other.change, evidence);
    }

    /** The same, of which more is known now. */
    public Trade known(Evidence more) {
        return more.compareTo(evidence) > 0 ? new Trade(this, more) : this;
    }
}
