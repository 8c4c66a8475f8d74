package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import java.util.Locale;

/** Where the program begins and where it ends. */
public final class Main {
    private Main() {}

    /** Runs the command line and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // other programs read what is printed: its digits are the same everywhere
        System.exit(new Envgate(Console.ofTheProcess(), AwsSettings.DEFAULT).run(arguments));
    }
}
