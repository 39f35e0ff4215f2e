package io.watertight.engine.internal.read;

import java.io.IOException;
import java.io.Reader;

/** Opens a text from its beginning, as often as wanted. */
interface TextOpening {
    Reader open() throws IOException;
}
