package dev.envgate.cli;

import dev.envgate.aws.Asked;
import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Inventory;
import dev.envgate.aws.Meter;
import dev.envgate.aws.Traffic;
import dev.envgate.fleet.Task;
import dev.envgate.fleet.Unit;
import dev.envgate.fleet.Unseen;
import dev.envgate.git.Repository;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.Wildcard;
import dev.envgate.text.Digests;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Finds out what there is to judge: the configurations that were named or lie side by side, and the services that AWS has. */
record FleetSelection(Console console, FleetOptions options, AwsOptions aws, AwsSettings settings) {
    private static final int AT_ONCE = 16;

    /**
     * What was found.
     *
     * @param gaps why there may be more
     */
    record Selected(List<Task> tasks, List<Unseen> gaps) {
        Selected {
            tasks = List.copyOf(tasks);
            gaps = List.copyOf(gaps);
        }
    }

    Selected select() throws Misuse {
        options.check();
        Map<String, Task> tasks = new TreeMap<>();
        Checkouts checkouts = checkouts();
        tasks(checkouts).forEach(each -> tasks.put(each.unit().key(), each));
        List<Unseen> gaps = new ArrayList<>(checkouts.gaps());
        if (options.all()) {
            discover(tasks, gaps);
        }
        if (tasks.isEmpty() && gaps.isEmpty()) {
            throw new Misuse(
                    "The fleet has no service.",
                    "name configurations with `--config FILE`, the directory of the repositories with `--repositories DIR`, "
                            + "or look for services in AWS with `--all`.");
        }
        return new Selected(List.copyOf(tasks.values()), gaps);
    }

    /** The configurations, sorted and each once. */
    List<Task> configured() throws Misuse {
        return tasks(checkouts());
    }

    private Checkouts checkouts() throws Misuse {
        Checkouts checkouts = new Checkouts(console.directory(), named());
        for (Path each : options.repositories()) {
            checkouts.search(console.directory().resolve(each));
        }
        return checkouts;
    }

    private List<Path> named() {
        return options.configurations().stream()
                .map(console.directory()::resolve)
                .toList();
    }

    private List<Task> tasks(Checkouts checkouts) {
        return Stream.concat(named().stream(), checkouts.configurations().stream())
                .filter(this::concerns)
                .map(each -> task(each.toAbsolutePath().normalize()))
                .distinct()
                .sorted()
                .toList();
    }

    /** One that has none of the environments that were asked for is no part of the fleet; one that cannot be read is. */
    private boolean concerns(Path file) {
        if (options.environments().isEmpty()) {
            return true;
        }
        try {
            return ConfigFile.find(ConfigOptions.of(file, List.of()), console).settings().environments().stream()
                    .anyMatch(
                            each -> options.environments().contains(each.name().text()));
        } catch (Misuse unreadable) {
            return true;
        }
    }

    private Task task(Path file) {
        Path root = console.directory().toAbsolutePath().normalize();
        String shown = root.relativize(file).toString().replace('\\', '/');
        return new Task(new Unit.Configured(shown), input(file));
    }

    /** The configuration and the commit that is checked out: what else has changed in a work tree is not told by it. */
    static String input(Path file) {
        Path parent = file.getParent() == null ? file : file.getParent();
        try {
            String text = Files.isRegularFile(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
            return Digests.of(List.of(
                    text,
                    Repository.head(Directories.repository(parent, parent)).orElse("")));
        } catch (IOException e) {
            return "";
        }
    }

    /** One account and region. */
    private record Place(FleetOptions.Watch watch, String region, AwsSettings settings) {
        String title() {
            String account = watch.account().isEmpty() ? "the account" : watch.account();
            return region.isEmpty() ? account : account + " in " + region;
        }
    }

    private void discover(Map<String, Task> tasks, List<Unseen> gaps) throws Misuse {
        if (aws.asksNobody()) {
            throw new Misuse("`--all` asks AWS which services there are.", "leave `--offline` out.");
        }
        List<Wildcard> clusters = options.clusters();
        Map<String, String> tags = options.tags();
        Traffic traffic = aws.traffic();
        List<Place> places = places();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Asked<Inventory>>> asked = places.stream()
                    .map(each -> CompletableFuture.supplyAsync(
                            () -> new Meter().during(() -> new Aws(each.settings(), traffic).services(clusters, tags)),
                            threads))
                    .toList();
            for (int i = 0; i < places.size(); i++) {
                found(places.get(i), asked.get(i).join(), tasks, gaps);
            }
        }
    }

    private List<Place> places() throws Misuse {
        List<Place> places = new ArrayList<>();
        for (FleetOptions.Watch watch : options.watches(console.directory())) {
            for (String region : options.regions()) {
                places.add(new Place(watch, region, reach(watch.account(), region, watch.role())));
            }
        }
        return places;
    }

    /** How AWS is reached for a service that was found there. */
    AwsSettings reach(String account, String region, String role) throws Misuse {
        AwsSettings all = aws.over(settings.withAccount(account));
        all = role.isEmpty() ? all : all.withRoleArn(role);
        return region.isEmpty() ? all : all.withRegion(region);
    }

    private static void found(Place place, Asked<Inventory> asked, Map<String, Task> tasks, List<Unseen> gaps) {
        switch (asked) {
            case Asked.Got<Inventory>(Inventory inventory) -> {
                inventory.gaps().forEach(each -> gaps.add(gap(place, each.what(), each.why(), each.hint())));
                for (Inventory.Item each : inventory.services()) {
                    Unit unit = new Unit.Live(
                            place.watch().account(),
                            place.region(),
                            place.watch().role(),
                            each.cluster(),
                            each.service());
                    tasks.put(unit.key(), new Task(unit, ""));
                }
            }
            case Asked.NotSeen<Inventory>(String why, String hint) -> gaps.add(gap(place, "the services", why, hint));
        }
    }

    private static Unseen gap(Place place, String what, String why, String hint) {
        return new Unseen(Station.DEPLOYED, what + " of " + place.title(), why, hint, NotVerified.Cause.FAILED, true);
    }
}
