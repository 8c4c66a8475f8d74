package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code aws_ecs_task_definition} blocks. */
final class TaskDefinitions {
    static final String TYPE = "aws_ecs_task_definition";

    private final Run run;

    TaskDefinitions(Run run) {
        this.run = run;
    }

    TaskDefinition read(ModuleInstance instance, String address, Body.Block block, Round round) {
        Guard guard = instance.standing().guard().and(round.guard());
        Containers containers =
                new Containers(new BlockFollow(run, instance.resources().home(block, round)), guard);
        List<Gap> gaps = new ArrayList<>();
        instance.resources()
                .written(block, round, "container_definitions")
                .ifPresentOrElse(
                        containers::read,
                        () -> gaps.add(new Gap("there are no `container_definitions`", instance.place(block))));
        gaps.addAll(containers.gaps());
        RoleReferences roles = new RoleReferences(run);
        return new TaskDefinition(
                instance.standing().address(address + round.key()),
                family(instance, block, round),
                presence(instance, block, round),
                roles.read(instance, block, round, "execution_role_arn"),
                roles.read(instance, block, round, "task_role_arn"),
                containers.definitions(),
                Lifecycle.ignored(instance, block, "container_definitions"),
                gaps);
    }

    private static Symbolic family(ModuleInstance instance, Body.Block block, Round round) {
        return instance.resources()
                .written(block, round, "family")
                .map(Reason::symbolic)
                .orElseGet(() -> Symbolic.of(""));
    }

    /** Whether an instance of a block is there. */
    static Presence presence(ModuleInstance instance, Body.Block block, Round round) {
        return presence(instance, instance.place(block), round);
    }

    /** @param place where it is written */
    static Presence presence(ModuleInstance instance, Place place, Round round) {
        Guard guard = instance.standing().guard().and(round.guard());
        return instance.standing().doubts(round).stream()
                .findFirst()
                .<Presence>map(why -> new Presence.Unknown(
                        why.cause().reason(), new Place.InFile(why.cause().place())))
                .orElseGet(() ->
                        guard.always() ? new Presence.Present(place) : new Presence.Conditional(place, guard.text()));
    }
}
