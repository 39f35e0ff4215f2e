package org.graalvm.shadowed.com.ibm.icu.lang;

/**
 * The four methods of ICU4J that GraalPy's parser calls, by means of the JDK: ICU4J itself would be 18 MB. Thread-safe.
 *
 * <p>The JDK knows the start of an identifier as ID_Start where Python asks for XID_Start; they differ in a handful of characters that
 * the parser refuses later, because it compares names after normalization.
 */
public final class UCharacter {

    private static final int XID_CONTINUE = 32;
    private static final int XID_START = 33;

    private UCharacter() {}

    /** Whether a character may stand at the start of an identifier (property 33) or within one (property 32). */
    public static boolean hasBinaryProperty(int character, int property) {
        return switch (property) {
            case XID_START -> Character.isUnicodeIdentifierStart(character);
            case XID_CONTINUE ->
                Character.isUnicodeIdentifierPart(character) && !Character.isIdentifierIgnorable(character);
            default -> throw new IllegalArgumentException("Property " + property + " is not known.");
        };
    }

    /** The character of a Unicode name such as {@code GREEK SMALL LETTER ALPHA}; -1 if there is none. */
    public static int getCharFromName(String name) {
        try {
            return Character.codePointOf(name);
        } catch (IllegalArgumentException unknown) {
            return -1;
        }
    }

    /** Names that ICU makes up for characters without one; Python knows none of them. */
    public static int getCharFromExtendedName(String name) {
        return -1;
    }

    /** The few aliases of names are not known here. */
    public static int getCharFromNameAlias(String name) {
        return -1;
    }
}
