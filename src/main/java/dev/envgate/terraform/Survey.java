package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Goes through a root and all modules that it calls, and reads their task definitions and services. */
final class Survey {
    private final Run run;
    private final List<Found> definitions = new ArrayList<>();
    private final List<Found> services = new ArrayList<>();
    private final Map<Path, Boolean> holding = new HashMap<>();
    private final List<TaskDefinition> supposed = new ArrayList<>();
    private final Set<Gap> unread = new LinkedHashSet<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();
    private final UncreatedBlocks uncreated;

    Survey(Run run) {
        this.run = run;
        this.uncreated = new UncreatedBlocks(run);
    }

    /** An instance of a block. */
    private record Found(ModuleInstance instance, String address, Body.Block block, Round round) {}

    Configuration of(String root, ModuleInstance instance) {
        visit(instance);
        List<TaskDefinition> read = new ArrayList<>();
        definitions.forEach(each ->
                read.add(new TaskDefinitions(run).read(each.instance(), each.address(), each.block(), each.round())));
        read.addAll(supposed);
        if (read.isEmpty()) {
            gaps.addAll(unread);
        }
        Services reader = new Services(run, read);
        List<ServiceDefinition> running = services.stream()
                .map(each -> reader.read(each.instance(), each.address(), each.block(), each.round()))
                .toList();
        return new Configuration(root, read, running, new IamSurvey(run, read).of(instance), List.copyOf(gaps))
                .without(uncreated.found());
    }

    private void visit(ModuleInstance instance) {
        blocks(instance, TaskDefinitions.TYPE, definitions::add);
        blocks(instance, Services.TYPE, services::add);
        instance.source()
                .calls()
                .forEach(address -> instance.source()
                        .block(address)
                        .ifPresent(call -> call(instance, address.substring("module.".length()), call)));
    }

    private void blocks(ModuleInstance instance, String type, Consumer<Found> found) {
        instance.source()
                .all(type)
                .forEach(address ->
                        instance.source().block(address).ifPresent(block -> block(instance, address, block, found)));
    }

    private void block(ModuleInstance instance, String address, Body.Block block, Consumer<Found> found) {
        List<Round> rounds = instance.resources().rounds(address, block);
        rounds.forEach(round -> found.accept(new Found(instance, address, block, round)));
        if (rounds.isEmpty()) {
            uncreated.add(instance, address, block);
        }
    }

    private void call(ModuleInstance caller, String name, Body.Block call) {
        if (!mayMatter(caller.source(), caller.standing().calls(), call)) {
            skipped(caller, call);
            return;
        }
        switch (caller.calls().of(name, call)) {
            case Children.NotRead(String why, Span at) -> {
                gaps.add(new Gap(why, new Place.InFile(at)));
                supposed.addAll(new UnreadModule(run, caller, call, why).definitions());
            }
            case Children.Read read -> {
                read.instances().forEach(child -> visit(child.instance()));
                if (read.instances().isEmpty()) {
                    uncreated.behind(caller, name, call);
                }
            }
        }
    }

    /** A module that is not on disk and does not look as if it mattered: worth a word only where nothing else was found. */
    private void skipped(ModuleInstance caller, Body.Block call) {
        if (run.modules().called(caller.source(), caller.standing().calls(), call)
                instanceof ModuleLoader.Loaded.NotRead(String why)) {
            unread.add(new Gap(why, new Place.InFile(call.header())));
        }
    }

    /** Whether there can be a task definition or service behind a call: all others are not evaluated. */
    private boolean mayMatter(Module caller, String calls, Body.Block call) {
        return switch (run.modules().called(caller, calls, call)) {
            case ModuleLoader.Loaded.NotRead _ -> UnreadModules.matter(call);
            case ModuleLoader.Loaded.Found(Module module) ->
                holds(module, calls + "." + call.labels().getFirst().text());
        };
    }

    private boolean holds(Module module, String calls) {
        Boolean known = holding.putIfAbsent(module.directory(), false);
        if (known == null) {
            holding.put(module.directory(), holdsItself(module) || callsHold(module, calls));
        }
        return holding.getOrDefault(module.directory(), false);
    }

    private static boolean holdsItself(Module module) {
        return module.all(TaskDefinitions.TYPE).findAny().isPresent()
                || module.all(Services.TYPE).findAny().isPresent();
    }

    private boolean callsHold(Module module, String calls) {
        return module.calls()
                .flatMap(address -> module.block(address).stream())
                .anyMatch(call -> mayMatter(module, calls, call));
    }
}
