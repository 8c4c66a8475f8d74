package dev.envgate.terraform;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Gap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads the containers of a task definition, in whatever form Terraform gives them. */
final class Containers {
    private final Follow follow;
    private final Guard base;
    private final List<ContainerDraft> found = new ArrayList<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    /** @param base when the task definition itself is there; its containers are told relative to it */
    Containers(Follow follow, Guard base) {
        this.follow = follow;
        this.base = base;
    }

    List<ContainerDefinition> definitions() {
        return found.stream().map(ContainerDraft::definition).toList();
    }

    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** Reads {@code container_definitions}: JSON text, or the list itself. */
    void read(Value definitions) {
        read(definitions, base, Chain.NONE.with(definitions));
    }

    private void read(Value definitions, Guard guard, Chain chain) {
        for (Case one : Case.of(definitions, guard)) {
            if (one.value() instanceof Value.Str text) {
                list(JsonText.read(text), one.guard(), chain.with(text));
            } else {
                list(one.value(), one.guard(), chain.with(one.value()));
            }
        }
    }

    private void list(Value value, Guard guard, Chain chain) {
        for (Case one : Case.of(value, guard)) {
            switch (one.value()) {
                case Value.Seq sequence ->
                    sequence.elements().forEach(element -> element(element, one.guard(), chain.with(sequence)));
                case Value.Null _ -> {}
                case Value.Unknown unknown -> gaps.add(Reason.gap(unknown));
                case Value.Choice _ -> {}
                case Value.Str _ -> noList(one.value());
                case Value.Dict _ -> noList(one.value());
                case Value.Bool _ -> noList(one.value());
                case Value.Num _ -> noList(one.value());
            }
        }
    }

    private void noList(Value value) {
        gaps.add(new Gap("`container_definitions` is no list of containers", Reason.place(value)));
    }

    private void element(Value.Element element, Guard guard, Chain chain) {
        switch (element) {
            case Value.Element.Rest rest -> gaps.add(Reason.gap(rest.why()));
            case Value.Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own)).forEach(one -> container(one, chain.with(value)));
        }
    }

    private void container(Case one, Chain chain) {
        switch (one.value()) {
            case Value.Dict mapping ->
                add(new ContainerReader(follow, base).read(mapping, one.guard(), chain.with(mapping)));
            case Value.Null _ -> {}
            case Value.Unknown unknown -> gaps.add(Reason.gap(unknown));
            case Value.Choice _ -> {}
            case Value.Str _ -> noContainer(one.value());
            case Value.Seq _ -> noContainer(one.value());
            case Value.Bool _ -> noContainer(one.value());
            case Value.Num _ -> noContainer(one.value());
        }
    }

    private void noContainer(Value value) {
        gaps.add(new Gap("an element of `container_definitions` is no container", Reason.place(value)));
    }

    private void add(ContainerDraft container) {
        for (ContainerDraft earlier : found) {
            if (earlier.isOtherCaseOf(container)) {
                earlier.addAll(container);
                return;
            }
        }
        found.add(container);
    }
}
