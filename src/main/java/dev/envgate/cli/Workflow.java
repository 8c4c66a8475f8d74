package dev.envgate.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The workflow that a repository on GitHub begins with; one that is there is left alone, unless {@code force} says otherwise. */
record Workflow(Path repository, boolean force) {
    private static final String FILE = ".github/workflows/envgate.yml";
    private static final Pattern BRANCH = Pattern.compile("ref: refs/remotes/origin/([\\w./-]+)\\s*");

    /** Writes it, and says what was done and what is left to do. */
    void into(List<String> done, List<String> left) throws IOException, Misuse {
        if (!onGithub()) {
            left.add(
                    "Put `envgate check` into your pipeline; docs/pipelines.md has recipes for GitLab, CircleCI and Jenkins.");
            return;
        }
        Path file = repository.resolve(FILE);
        String text = packed().replace("@BRANCH@", branch());
        if (!Files.exists(file) || force) {
            Files.createDirectories(file.resolveSibling("."));
            new WholeFile(file).write(text, "`" + FILE + "`");
            done.add(FILE + " is written.");
            left.add("In " + FILE + ", put the owner of the repository of envgate in the place of OWNER.");
            left.add(
                    "`envgate iam-policy --format terraform` prints the role for it; its ARN goes into the variable ENVGATE_ROLE_ARN of the "
                            + "repository, the region into AWS_REGION.");
        } else {
            done.add(
                    Files.readString(file).equals(text)
                            ? FILE + " is as it would be written; nothing was changed."
                            : FILE + " is there already, and was left alone.");
        }
    }

    private boolean onGithub() throws IOException {
        Path config = repository.resolve(".git/config");
        return Files.isDirectory(repository.resolve(".github"))
                || (Files.isRegularFile(config) && Files.readString(config).contains("github.com"));
    }

    private String branch() throws IOException {
        Path head = repository.resolve(".git/refs/remotes/origin/HEAD");
        Matcher branch = BRANCH.matcher(Files.isRegularFile(head) ? Files.readString(head) : "");
        return branch.matches() ? branch.group(1) : "main";
    }

    private static String packed() throws IOException {
        try (InputStream workflow = Workflow.class.getResourceAsStream("/dev/envgate/init/github.yml")) {
            if (workflow == null) {
                throw new IOException("the program was packed without the workflow");
            }
            return new String(workflow.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
