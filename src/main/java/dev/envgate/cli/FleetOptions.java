package dev.envgate.cli;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Wildcard;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which services a fleet has. */
final class FleetOptions {
    private static final String ACCOUNT = "\\d{12}";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "A configuration of the fleet; repeatable. Its services are judged as `envgate check` judges them.")
    private List<Path> configurations = new ArrayList<>();

    @Option(
            names = "--repositories",
            paramLabel = "DIR",
            description = "A directory in which repositories are checked out, side by side or in groups, each with its "
                    + "envgate.yml; repeatable. Default: the working directory.")
    private List<Path> repositories = new ArrayList<>();

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "Only this environment of the configurations; repeatable. Default: all.")
    private List<String> environments = new ArrayList<>();

    @Option(
            names = "--all",
            description = "Every service that AWS has: without a repository, what runs and what is stored is judged.")
    private boolean all;

    @Option(
            names = "--cluster",
            paramLabel = "PATTERN",
            description = "With --all: only clusters of this name, in which * stands for any letters; repeatable.")
    private List<String> clusters = new ArrayList<>();

    @Option(
            names = "--tag",
            paramLabel = "KEY=VALUE",
            description = "With --all: only services that have this tag; repeatable, and all of them count.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--account",
            paramLabel = "NUMBER",
            description =
                    "With --all: an account to look into; repeatable. Its role is --role-arn with {account} in it.")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--account-roles",
            paramLabel = "FILE",
            description = "With --all: a file with the ARN of one role for each account, one a line.")
    private Optional<Path> accountRoles = Optional.empty();

    @Option(
            names = "--regions",
            paramLabel = "LIST",
            description =
                    "With --all: the regions to look into, with commas between them. Default: the one of --region.")
    private String regions = "";

    @Option(names = "--no-source", description = "Do not search the code for the names that it reads.")
    private boolean noSource;

    /** An account and who looks into it; both are empty where nobody says more than who runs this. */
    record Watch(String account, String role) {}

    List<Path> configurations() {
        return List.copyOf(configurations);
    }

    /** The working directory where nothing else is said. */
    List<Path> repositories() {
        return configurations.isEmpty() && repositories.isEmpty() && !all
                ? List.of(Path.of(""))
                : List.copyOf(repositories);
    }

    List<String> environments() {
        return List.copyOf(environments);
    }

    boolean all() {
        return all;
    }

    /** What the single runs of the gate are told. */
    InputOptions inputs() {
        InputOptions inputs = new InputOptions();
        if (noSource) {
            inputs.passOverCode();
        }
        return inputs;
    }

    List<Wildcard> clusters() {
        return clusters.stream().map(Wildcard::new).toList();
    }

    Map<String, String> tags() throws Misuse {
        Map<String, String> all = new LinkedHashMap<>();
        for (String each : tags) {
            int sign = each.indexOf('=');
            if (sign < 1) {
                throw new Misuse("A `--tag` has no key or no value.", "write it as `--tag KEY=VALUE`.");
            }
            all.put(each.substring(0, sign), each.substring(sign + 1));
        }
        return all;
    }

    /** One empty text where nobody says which. */
    List<String> regions() {
        return Arrays.stream(regions.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
    }

    /** Refuses what makes no sense together. */
    void check() throws Misuse {
        boolean narrowed = !clusters.isEmpty()
                || !tags.isEmpty()
                || !accounts.isEmpty()
                || accountRoles.isPresent()
                || !regions.isEmpty();
        if (narrowed && !all) {
            throw new Misuse(
                    "`--cluster`, `--tag`, `--account`, `--account-roles` and `--regions` say which services of AWS are meant.",
                    "give `--all` as well, or leave them out.");
        }
    }

    /** Whose services are looked for. */
    List<Watch> watches(Path directory) throws Misuse {
        List<Watch> watches = new ArrayList<>();
        for (String each : accounts) {
            if (!each.matches(ACCOUNT)) {
                throw new Misuse(
                        "`%s` is not the number of an account.".formatted(Escape.terminal(each)),
                        "write its twelve digits: `--account 123456789012`.");
            }
            watches.add(new Watch(each, ""));
        }
        if (accountRoles.isPresent()) {
            watches.addAll(roles(directory.resolve(accountRoles.get())));
        }
        return watches.isEmpty() ? List.of(new Watch("", "")) : watches;
    }

    private static List<Watch> roles(Path file) throws Misuse {
        List<Watch> watches = new ArrayList<>();
        for (String each : lines(file)) {
            Optional<Arn> role = Arn.parse(each);
            if (role.isEmpty() || !role.get().account().matches(ACCOUNT)) {
                throw new Misuse(
                        "`--account-roles` has a line that is not the ARN of a role: `%s`."
                                .formatted(Escape.terminal(each)),
                        "write one a line: `arn:aws:iam::123456789012:role/envgate`.");
            }
            watches.add(new Watch(role.get().account(), each));
        }
        if (watches.isEmpty()) {
            throw new Misuse(
                    "The file of `--account-roles` names no role.",
                    "write one a line: `arn:aws:iam::123456789012:role/envgate`.");
        }
        return watches;
    }

    /** Without empty ones and comments. */
    private static List<String> lines(Path file) throws Misuse {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(each -> !each.isEmpty() && !each.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new Misuse(
                    "The file of `--account-roles` cannot be read.",
                    "name a file with the ARN of one role for each account, one a line.");
        }
    }
}
