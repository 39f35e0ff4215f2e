package io.watertight.code.internal.interpret;

/** A name in a frame. */
record Variable(int frame, String name) {}
