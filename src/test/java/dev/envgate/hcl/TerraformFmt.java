package dev.envgate.hcl;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks {@code terraform fmt}, which does nothing but parse and lay out, which files it refuses. One process judges a whole folder. */
final class TerraformFmt {
    private static final Pattern REFUSED = Pattern.compile("(?:│ )? *on (.+\\.tf) line \\d+.*");

    private TerraformFmt() {}

    static boolean isInstalled() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, "terraform").toFile().canExecute());
    }

    /** The files at and below a folder, relative to it, that a diagnostic names. */
    static Set<Path> refused(Path folder) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        "terraform", "fmt", "-check", "-list=false", "-recursive", "-no-color", ".")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("TF_CLI_CONFIG_FILE", "/dev/null");
        Process process = builder.start();
        Set<Path> refused = new HashSet<>();
        try (BufferedReader output = process.inputReader()) {
            output.lines()
                    .map(REFUSED::matcher)
                    .filter(Matcher::matches)
                    .forEach(each -> refused.add(Path.of(each.group(1))));
        }
        process.waitFor();
        return refused;
    }
}
