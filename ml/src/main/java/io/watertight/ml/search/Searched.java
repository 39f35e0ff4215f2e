package io.watertight.ml.search;

/** A model that was chosen among others. */
public interface Searched {

    /** What was tried. */
    SearchTrace trace();
}
