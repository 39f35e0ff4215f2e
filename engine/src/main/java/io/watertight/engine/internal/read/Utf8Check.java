package io.watertight.engine.internal.read;

/** Validates UTF-8 byte by byte (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF). Not thread-safe. */
final class Utf8Check {

    private int missing;
    private int lowest = 0x80;
    private int highest = 0xbf;
    private boolean broken;

    void take(byte value) {
        int octet = value & 0xff;
        if (missing > 0) {
            if (octet < lowest || octet > highest) {
                broken = true;
                missing = 0;
            } else {
                missing--;
            }
            lowest = 0x80;
            highest = 0xbf;
        } else if (octet >= 0x80) {
            begin(octet);
        }
    }

    private void begin(int octet) {
        if (octet >= 0xc2 && octet <= 0xdf) {
            missing = 1;
        } else if (octet >= 0xe0 && octet <= 0xef) {
            missing = 2;
            lowest = octet == 0xe0 ? 0xa0 : 0x80;
            highest = octet == 0xed ? 0x9f : 0xbf;
        } else if (octet >= 0xf0 && octet <= 0xf4) {
            missing = 3;
            lowest = octet == 0xf0 ? 0x90 : 0x80;
            highest = octet == 0xf4 ? 0x8f : 0xbf;
        } else {
            broken = true;
        }
    }

    /** Whether a character has begun and not ended. */
    boolean pending() {
        return missing > 0;
    }

    /** Whether all bytes so far are whole characters. */
    boolean isValidSoFar() {
        return !broken && missing == 0;
    }
}
