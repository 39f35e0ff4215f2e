package io.watertight.code.internal.parse;

import com.oracle.graal.python.pegparser.sst.SSTNode;

/** Counts how deep a tree is, and refuses one that is too deep to be walked by a method that calls itself. */
final class Depth {

    /** People write about 30; a sum of a thousand terms, or an {@code elif} for each of a thousand cases, is made by a program. */
    static final int LIMIT = 1_000;

    private int depth;

    void enter(SSTNode node) {
        if (++depth > LIMIT) {
            throw new Unreadable("nested more than " + LIMIT + " levels deep", node.getSourceRange().startLine);
        }
    }

    void leave() {
        depth--;
    }
}
