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
        List<Symbolic> unread = new ArrayList<>();
        for (Symbolic file : container.environmentFiles()) {
            if (content(file) instanceof EnvFile.Read content) {
                Presence presence = presence(content.changed(), read, container.place());
                content.names().stream()
                        .filter(taken::add)
                        .map(name -> new Entry(name, new Given.FromFile(file.toString()), presence, List.of()))
                        .forEach(entries::add);
            } else {
                unread.add(file);
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

    private EnvFile content(Symbolic file) {
        return file.known()
                ? stores.file(file.toString())
                : new EnvFile.NotSeen("The files do not decide which environment file it is.", "");
    }

    /** The files of a container, those of Terraform first, each once. */
    List<ContainerFile> of(String container, List<TaskDefinition> configured, List<TaskDefinition> running) {
        Map<String, ContainerFile> files = new LinkedHashMap<>();
        Stream.concat(
                        configured.stream().flatMap(each -> files(container, each, true)),
                        running.stream().flatMap(each -> files(container, each, false)))
                .forEachOrdered(each -> files.merge(each.file(), each, ContainerFile::or));
        return List.copyOf(files.values());
    }

    private Stream<ContainerFile> files(String called, TaskDefinition definition, boolean configured) {
        RoleReference role = definition.executionRole();
        return definition.containers().stream()
                .filter(each -> each.name().matches(called) != Agreement.DIFFERENT)
                .flatMap(container -> container.environmentFiles().stream()
                        .filter(Symbolic::known)
                        .map(file -> new ContainerFile(
                                file.toString(),
                                configured,
                                container.place(),
                                content(file),
                                role,
                                stores.access(role, file.toString()))));
    }
}
