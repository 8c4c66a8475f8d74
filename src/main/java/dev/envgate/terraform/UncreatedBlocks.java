package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.Uncreated;
import java.util.ArrayList;
import java.util.List;

/** Gathers the task definitions and services that a root describes and does not create. */
final class UncreatedBlocks {
    private final Run run;
    private final List<Uncreated> found = new ArrayList<>();

    UncreatedBlocks(Run run) {
        this.run = run;
    }

    List<Uncreated> found() {
        return List.copyOf(found);
    }

    /** A block that makes no instance. */
    void add(ModuleInstance instance, String address, Body.Block block) {
        add(instance, address, block, why("", block, instance));
    }

    private void add(ModuleInstance instance, String address, Body.Block block, String why) {
        boolean service = block.labels().getFirst().text().equals(Services.TYPE);
        Symbolic name = instance.resources()
                .written(block, Repetition.none(block, instance), service ? "name" : "family")
                .map(Reason::symbolic)
                .orElseGet(() -> Symbolic.of(""));
        found.add(new Uncreated(instance.standing().address(address), name, service, why, new Presence.Absent()));
    }

    /** The blocks of a module whose call makes no instance. */
    void behind(ModuleInstance caller, String name, Body.Block call) {
        behind(caller, name, call, why("module." + name, call, caller));
    }

    private void behind(ModuleInstance caller, String name, Body.Block call, String why) {
        if (run.modules().called(caller.source(), caller.standing().calls(), call)
                        instanceof ModuleLoader.Loaded.Found(Module module)
                && !caller.standing().above().contains(module.directory())) {
            ModuleInstance nobody = caller.calls().nobody(name, call, module);
            List.of(TaskDefinitions.TYPE, Services.TYPE)
                    .forEach(type -> module.all(type)
                            .forEach(address ->
                                    module.block(address).ifPresent(block -> add(nobody, address, block, why))));
            module.calls()
                    .forEach(address -> module.block(address)
                            .ifPresent(inner -> behind(nobody, address.substring("module.".length()), inner, why)));
        }
    }

    private String why(String module, Body.Block block, ModuleInstance instance) {
        boolean counted = Repetition.kind(block.body()) == Repetition.Kind.COUNT;
        return "%s %s (%s)"
                .formatted(
                        (counted ? "`count`" : "`for_each`") + (module.isEmpty() ? "" : " of `" + module + "`"),
                        Repetition.refused(block.body(), instance, run)
                                ? "has a value that Terraform cannot use"
                                : counted ? "is 0" : "is empty",
                        block.body()
                                .attribute(counted ? "count" : "for_each")
                                .map(each -> each.nameSpan().toString())
                                .orElse(block.header().toString()));
    }
}
