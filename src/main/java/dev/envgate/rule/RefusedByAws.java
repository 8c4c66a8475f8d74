package dev.envgate.rule;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.Fetch;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Need;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What AWS says that an execution role may not fetch, one finding for each name of a container. */
record RefusedByAws(String rule, ServiceLedger service) {
    Stream<Finding> findings() {
        Map<List<String>, Finding> byName = new LinkedHashMap<>();
        service.fetches().stream()
                .filter(each -> each.access() instanceof Access.Denied)
                .filter(each -> each.station() == Station.DEPLOYED || !granted(each.reference()))
                .sorted(Comparator.comparing(each -> !(each.other() instanceof Access.Allowed)))
                .forEach(each -> finding(each)
                        .ifPresent(found -> byName.putIfAbsent(List.of(each.container(), each.name()), found)));
        return byName.values().stream();
    }

    private Optional<Finding> finding(Fetch fetch) {
        return fetch.access() instanceof Access.Denied denied && shown(fetch)
                ? Optional.of(new Finding(
                        rule,
                        Severity.ERROR,
                        service.service(),
                        fetch.container(),
                        fetch.name(),
                        message(fetch, denied),
                        hint(fetch, denied),
                        place(fetch)))
                : Optional.empty();
    }

    /** A container that was not asked for has no place in the ledger. */
    private boolean shown(Fetch fetch) {
        return service.containers().stream().anyMatch(each -> each.container().equals(fetch.container()));
    }

    /** The line of Terraform for what runs as well, where it is the same. */
    private Place place(Fetch fetch) {
        return service.fetches().stream()
                .filter(each -> each.station() == Station.CONFIGURED
                        && each.container().equals(fetch.container())
                        && each.name().equals(fetch.name()))
                .map(Fetch::place)
                .findFirst()
                .orElse(fetch.place());
    }

    /** Whether Terraform lets the role fetch it, so that applying it is all there is to do. */
    private boolean granted(Reference reference) {
        Optional<Role> role = service.definitions().size() == 1
                ? service.iam().role(service.definitions().getFirst().executionRole())
                : Optional.empty();
        List<Need> needs = Need.of(reference, service.iam());
        return role.isPresent()
                && !needs.isEmpty()
                && needs.stream().allMatch(need -> need.of(role.get()) instanceof Decision.Allowed);
    }

    private String message(Fetch fetch, Access.Denied denied) {
        String role = "The execution role `%s`".formatted(name(fetch.role()));
        String thing = Titles.of(fetch.reference());
        return switch (denied.reason()) {
            case Access.Reason.NotGranted _
            when fetch.other() instanceof Access.Allowed ->
                "%s may not do `%s` on %s; the task role may, but ECS does not fetch with that."
                        .formatted(role, denied.action(), thing);
            case Access.Reason.NotGranted _,
                    Access.Reason.Refused _,
                    Access.Reason.Boundary _,
                    Access.Reason.Organization _,
                    Access.Reason.NoRole _,
                    Access.Reason.KeyState _ -> message(fetch.role(), thing, denied);
        };
    }

    /** What AWS says of something that ECS fetches. */
    static String message(RoleReference executionRole, String thing, Access.Denied denied) {
        String role = name(executionRole);
        return switch (denied.reason()) {
            case Access.Reason.NotGranted _ ->
                "No policy of the execution role `%s` allows `%s` on %s, says AWS."
                        .formatted(role, denied.action(), thing);
            case Access.Reason.Refused(String policy) ->
                "A policy%s denies the execution role `%s` the action `%s` on %s, says AWS."
                        .formatted(policy.isEmpty() ? "" : ", `" + policy + "`,", role, denied.action(), thing);
            case Access.Reason.Boundary _ ->
                "The permissions boundary of the execution role `%s` does not allow `%s` on %s, says AWS."
                        .formatted(role, denied.action(), thing);
            case Access.Reason.Organization _ ->
                "A policy of the organization does not allow the execution role `%s` the action `%s` on %s, says AWS."
                        .formatted(role, denied.action(), thing);
            case Access.Reason.NoRole _ ->
                "The execution role `%s` does not exist, so nothing can fetch %s.".formatted(role, thing);
            case Access.Reason.KeyState(String state) ->
                "%s is encrypted with the key `%s`, which nobody can use: its state is `%s`."
                        .formatted(thing, denied.resource(), state);
        };
    }

    private String hint(Fetch fetch, Access.Denied denied) {
        return denied.reason() instanceof Access.Reason.NotGranted && granted(fetch.reference())
                ? new NextStep(service).deploy()
                : hint(fetch.role(), denied);
    }

    /** What to do about it. */
    static String hint(RoleReference role, Access.Denied denied) {
        return switch (denied.reason()) {
            case Access.Reason.NotGranted _ ->
                "add to a policy of `%s`: `{ Effect = \"Allow\", Action = \"%s\", Resource = \"%s\" }`."
                        .formatted(name(role), denied.action(), denied.resource());
            case Access.Reason.Refused _ ->
                "take `%s` out of the statement, or name another execution role.".formatted(denied.resource());
            case Access.Reason.Boundary _ -> "allow it in the boundary too, or name another execution role.";
            case Access.Reason.Organization _ -> "ask whoever keeps the policies of the organization.";
            case Access.Reason.NoRole _ -> "make the role, or correct the execution role of the task definition.";
            case Access.Reason.KeyState _ ->
                "enable the key or cancel its deletion, or encrypt the secret with another one.";
        };
    }

    private static String name(RoleReference role) {
        return switch (role) {
            case RoleReference.Named named -> {
                String text = named.text().toString();
                yield text.substring(text.lastIndexOf('/') + 1);
            }
            case RoleReference.Block block -> block.block();
            case RoleReference.None _, RoleReference.Unclear _ -> "";
        };
    }
}
