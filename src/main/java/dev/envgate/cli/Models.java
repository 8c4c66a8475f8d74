package dev.envgate.cli;

import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Makes the models of the commands from their annotations. To read these takes a third of a run that asks nobody, so the build puts another class of this name into the place of this one: it makes the same
 * models by calls (decision 035).
 */
final class Models {
    private Models() {}

    static CommandSpec of(Object command, IFactory factory) {
        return CommandSpec.forAnnotatedObject(command, factory);
    }
}
