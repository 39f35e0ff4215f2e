package io.watertight.app;

import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands: each gets the shell it runs in. */
final class Commands implements IFactory {

    private final Shell shell;

    Commands(Shell shell) {
        this.shell = shell;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Shell.class).newInstance(shell);
        } catch (NoSuchMethodException noCommandOfOurs) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
