package io.watertight.ml;

/** Why a question cannot be answered, as a reason a user can read; never leaves the package. */
final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Unanswerable(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
