package dev.envgate.repair;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** A command that heals what files cannot; one of Terraform works in {@code directory} of the repository, which is empty for its root. */
public record ShellCommand(String text, String directory) {
    private static final String TERRAFORM = "terraform ";

    private static final Pattern PLAIN = Pattern.compile("[\\w./@%+=:,-]+");

    /** As it is typed in {@code working}, a directory of {@code repository} or not. */
    public String typedIn(Path working, Path repository) {
        String there = working.relativize(repository.resolve(directory)).toString();
        return there.isEmpty() || !text.startsWith(TERRAFORM)
                ? text
                : "terraform -chdir=" + quoted(there) + " " + text.substring(TERRAFORM.length());
    }

    boolean applies() {
        return text.equals("terraform apply");
    }

    private static String quoted(String path) {
        return PLAIN.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
