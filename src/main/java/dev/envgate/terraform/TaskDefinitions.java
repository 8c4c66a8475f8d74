package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
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
        Containers containers = new Containers(new BlockFollow(run), guard);
        List<Gap> gaps = new ArrayList<>();
        instance.resources()
                .written(block, round, "container_definitions")
                .ifPresentOrElse(
                        containers::read,
                        () -> gaps.add(
                                new Gap("there are no `container_definitions`", new Place.InFile(block.header()))));
        gaps.addAll(containers.gaps());
        return new TaskDefinition(
                instance.standing().address(address + round.key()),
                family(instance, block, round),
                presence(block, guard, instance.standing().doubts(round)),
                containers.definitions(),
                Lifecycle.ignored(block, "container_definitions"),
                gaps);
    }

    private static Symbolic family(ModuleInstance instance, Body.Block block, Round round) {
        return instance.resources()
                .written(block, round, "family")
                .map(Reason::symbolic)
                .orElseGet(() -> Symbolic.of(""));
    }

    /** Whether an instance of a block is there. */
    static Presence presence(Body.Block block, Guard guard, List<Value.Unknown> doubts) {
        Place place = new Place.InFile(block.header());
        if (!doubts.isEmpty()) {
            return new Presence.Unknown(
                    doubts.getFirst().cause().reason(),
                    new Place.InFile(doubts.getFirst().cause().place()));
        }
        return guard.always() ? new Presence.Present(place) : new Presence.Conditional(place, guard.text());
    }
}
