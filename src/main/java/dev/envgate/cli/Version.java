package dev.envgate.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, as the jar says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        return "envgate " + number();
    }

    static String number() {
        String version = Version.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "development");
    }
}
