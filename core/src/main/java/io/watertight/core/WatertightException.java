package io.watertight.core;

/**
 * The one unchecked exception for what a user can mend: a missing file, a wrong column, an empty table. The message names every
 * value it is about; the remedy is shown on a line of its own that begins with "Maybe".
 */
public class WatertightException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * @param problem what is wrong, naming every value it is about
     * @param remedy what may help, as the rest of a sentence after "Maybe ", without a full stop
     */
    public WatertightException(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public WatertightException(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What may help, as the rest of a sentence after "Maybe ". */
    public final String remedy() {
        return remedy;
    }

    /** Both lines, as they are shown to a person. */
    public final String explain() {
        return sentence(String.valueOf(getMessage())) + System.lineSeparator() + "Maybe " + sentence(remedy);
    }

    /** Messages may quote another program, whose own may end anyhow. */
    private static String sentence(String text) {
        return text.matches("(?s).*[.!?:]\\s*") ? text : text + ".";
    }
}
