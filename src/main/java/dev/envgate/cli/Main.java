package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import java.util.Locale;

/** Where the program begins and where it ends. */
public final class Main {
    private Main() {}

    /**
     * Runs the command line and ends the process with its exit code. Nothing in it has a hook for the end of the runtime, so the runtime is stopped: to exit, it would
     * look through every jar for a logger first, which takes longer than {@code --version}.
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT); // other programs read what is printed: its digits are the same everywhere
        System.setProperty("picocli.disable.closures", "true"); // it would search every jar for a class of Groovy
        System.setProperty("picocli.converters.excludes", "java[.](time|sql)[.].*"); // no option is a time
        Console console = Console.ofTheProcess();
        int code = new Envgate(console, AwsSettings.DEFAULT).run(arguments);
        console.out().flush();
        console.err().flush();
        Runtime.getRuntime().halt(code);
    }
}
