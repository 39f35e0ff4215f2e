package io.watertight.core.study;

/**
 * One column and what it is for.
 *
 * @param name as in the file
 * @param type how its values are read
 * @param integral whether all its numbers are whole; false for other types
 * @param role what it is for
 * @param roleGuessed whether the program guessed the role
 * @param knownAt when its value is known
 */
public record Column(String name, ColumnType type, boolean integral, Role role, boolean roleGuessed, KnownAt knownAt) {

    public Column withRole(Role newRole, boolean guessed) {
        return new Column(name, type, integral, newRole, guessed, knownAt);
    }

    public boolean isNumber() {
        return type == ColumnType.NUMBER;
    }

    public boolean isTime() {
        return type == ColumnType.TIME;
    }

    /** Text and booleans: values without an order. */
    public boolean isCategorical() {
        return type == ColumnType.TEXT || type == ColumnType.BOOLEAN;
    }
}
