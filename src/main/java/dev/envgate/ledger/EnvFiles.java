package dev.envgate.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives containers the names of their environment files: after {@code secrets} and {@code environment}, and from the first file that has a name. */
record EnvFiles(Stores stores) {
    /** The same task definition with the names of the files that were read; only those that were not are left in the list of files. */
    TaskDefinition filled(TaskDefinition definition) {
        return filled(definition, Instant.MAX);
    }

    /** What runs, with the names of the files that its tasks have read: of a file that was changed later it is not known what they found in it. */
    TaskDefinition running(TaskDefinition definition, Deployment deployment) {
        return filled(
                definition,
                deployment instanceof Deployment.Running live
                        ? live.progress().tasks().oldest()
                        : Instant.MAX);
    }

    private TaskDefinition filled(TaskDefinition definition, Instant read) {
        return definition.with(
                definition.containers().stream().map(each -> filled(each, read)).toList());
    }

    private ContainerDefinition filled(ContainerDefinition container, Instant read) {
        List<Entry> entries = new ArrayList<>(container.entries());
        Set<Name> taken = entries.stream().map(Entry::name).collect(Collectors.toSet());
        List<EnvironmentFile> unread = new ArrayList<>();
        for (EnvironmentFile file : container.environmentFiles()) {
            switch (file.content(stores)) {
                case EnvFile.Written _ ->
                    file.entries().stream()
                            .filter(each -> taken.add(each.name()))
                            .forEach(entries::add);
                case EnvFile.Read content -> {
                    Presence presence = presence(content.changed(), read, container.place());
                    content.names().stream()
                            .filter(taken::add)
                            .map(name -> file.entry(name, presence))
                            .forEach(entries::add);
                }
                case EnvFile.Missing _, EnvFile.NotSeen _, EnvFile.NotAsked _ -> unread.add(file);
            }
        }
        return new ContainerDefinition(
                container.name(),
                container.place(),
                entries,
                unread,
                container.credentials(),
                container.malformed(),
                container.gaps(),
                container.image(),
                container.from());
    }

    private static Presence presence(Changed changed, Instant read, Place place) {
        return switch (changed) {
            case Changed.At(Instant time) -> presence(time, read, place);
            case Changed.NoLaterThan(Instant time) -> presence(time, read, place);
            case Changed.Unknown(String why) -> undated(why, read, place);
            case Changed.NotSeen(String why, String _) -> undated(why, read, place);
        };
    }

    private static Presence undated(String why, Instant read, Place place) {
        return read.equals(Instant.MAX) ? new Presence.Present(place) : new Presence.Unknown(why, place);
    }

    private static Presence presence(Instant changed, Instant read, Place place) {
        return changed.isAfter(read)
                ? new Presence.Unknown("the environment file was changed after tasks were started", place)
                : new Presence.Present(place);
    }

    /**
     * The files of a container, those of Terraform first, each once. What Terraform puts into a file and what S3 holds of it are two texts:
     * of the second only what is not told of the first.
     */
    List<ContainerFile> of(String container, List<TaskDefinition> configured, List<TaskDefinition> running) {
        Map<String, ContainerFile> files = new LinkedHashMap<>();
        List<ContainerFile> held = new ArrayList<>();
        configured.stream().flatMap(each -> files(container, each, true)).forEachOrdered(each -> add(each, files));
        List<ContainerFile> written = files.values().stream()
                .filter(each -> each.content() instanceof EnvFile.Written)
                .toList();
        running.stream().flatMap(each -> files(container, each, false)).forEachOrdered(each -> {
            ContainerFile rest = each.without(written);
            if (written.stream().anyMatch(other -> other.file().equals(each.file()))) {
                held.add(rest.withoutAccess());
            }
            add(rest, files);
        });
        return Stream.concat(files.values().stream(), held.stream()).distinct().toList();
    }

    private static void add(ContainerFile file, Map<String, ContainerFile> files) {
        files.merge(file.file(), file, ContainerFile::or);
    }

    private Stream<ContainerFile> files(String called, TaskDefinition definition, boolean configured) {
        RoleReference role = definition.executionRole();
        return definition.containers().stream()
                .filter(each -> each.name().matches(called) != Agreement.DIFFERENT)
                .flatMap(container -> container.environmentFiles().stream()
                        .filter(file -> file.arn().known() || file.written() instanceof EnvFile.Written)
                        .map(file -> new ContainerFile(
                                file.arn(),
                                configured,
                                container.place(),
                                file.content(stores),
                                role,
                                access(role, file))));
    }

    private Access access(RoleReference role, EnvironmentFile file) {
        return file.arn().known()
                ? stores.access(role, file.toString())
                : new Access.NotAsked("The files do not decide which environment file it is.");
    }
}
