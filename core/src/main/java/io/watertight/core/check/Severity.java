package io.watertight.core.check;

/** How bad a finding is if it is true. Declared from worst to mildest. */
public enum Severity {
    ERROR,
    WARNING,
    INFO
}
