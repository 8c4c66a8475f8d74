package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Iam;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.SecretDefinition;
import dev.envgate.ledger.TaskDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes through all modules of a root for what decides who may read which secret, as far as task definitions ask for it. */
final class IamSurvey {
    /** Blocks that say something about roles and secrets; a module without any of them is not gone into. */
    private static final Set<String> TELLING = Set.of(
            "aws_secretsmanager_secret",
            "aws_secretsmanager_secret_rotation",
            "aws_secretsmanager_secret_version",
            "aws_ssm_parameter",
            "aws_iam_role",
            "aws_iam_role_policy",
            "aws_iam_role_policy_attachment",
            "aws_iam_policy_attachment",
            "aws_iam_role_policy_attachments_exclusive",
            "aws_secretsmanager_secret_policy",
            "aws_kms_key_policy",
            "aws_kms_grant");

    private final Run run;
    private final List<TaskDefinition> definitions;
    private final List<Unread> unread = new ArrayList<>();
    private final Set<ModuleInstance> visited = new LinkedHashSet<>();
    private final Map<Path, Boolean> telling = new HashMap<>();

    IamSurvey(Run run, List<TaskDefinition> definitions) {
        this.run = run;
        this.definitions = List.copyOf(definitions);
    }

    /** A call of a module that is not on disk. */
    record Unread(ModuleInstance caller, Body.Block call, String why) {
        Gap gap() {
            return new Gap(why, new Place.InFile(call.header()));
        }
    }

    /** An instance of a block. */
    record Found(ModuleInstance instance, String address, Body.Block block, Round round) {
        String full() {
            return instance.standing().address(address + round.key());
        }
    }

    Iam of(ModuleInstance root) {
        if (roles().findAny().isEmpty() && blocks().isEmpty()) {
            return Iam.NONE;
        }
        visit(root);
        RoleReader reader = new RoleReader(run, this);
        List<Role> roles =
                all("aws_iam_role").filter(this::wanted).map(reader::read).toList();
        return new Iam(roles, secrets());
    }

    /** The roles that task definitions name and that these files may make. */
    private Stream<RoleReference> roles() {
        return definitions.stream()
                .flatMap(each -> Stream.of(each.executionRole(), each.taskRole()))
                .filter(role -> role instanceof RoleReference.Block || role instanceof RoleReference.Named)
                .distinct();
    }

    private void visit(ModuleInstance instance) {
        if (!visited.add(instance)) {
            return;
        }
        instance.source()
                .calls()
                .forEach(address -> instance.source()
                        .block(address)
                        .filter(call ->
                                mayTell(instance.source(), instance.standing().calls(), call))
                        .ifPresent(call -> call(instance, address.substring("module.".length()), call)));
    }

    private boolean mayTell(Module caller, String calls, Body.Block call) {
        return switch (run.modules().called(caller, calls, call)) {
            case ModuleLoader.Loaded.NotRead _ -> true;
            case ModuleLoader.Loaded.Found(Module module) ->
                module.standIn()
                        || tells(module, calls + "." + call.labels().getFirst().text());
        };
    }

    private boolean tells(Module module, String calls) {
        Boolean known = telling.putIfAbsent(module.directory(), false);
        if (known == null) {
            boolean itself =
                    TELLING.stream().anyMatch(type -> module.all(type).findAny().isPresent());
            telling.put(module.directory(), itself || callsTell(module, calls));
        }
        return telling.getOrDefault(module.directory(), false);
    }

    private boolean callsTell(Module module, String calls) {
        return module.calls()
                .flatMap(address -> module.block(address).stream())
                .anyMatch(call -> mayTell(module, calls, call));
    }

    private void call(ModuleInstance caller, String name, Body.Block call) {
        switch (caller.calls().of(name, call)) {
            case Children.NotRead(String why, var _) -> unread.add(new Unread(caller, call, why));
            case Children.Read read ->
                read.instances().forEach(child -> {
                    if (child.instance().source().standIn()) {
                        unread.add(new Unread(caller, call, "`module.%s` is not on disk".formatted(name)));
                    }
                    visit(child.instance());
                });
        }
    }

    List<Unread> unread() {
        return unread;
    }

    /** All instances of all blocks of a type. */
    Stream<Found> all(String type) {
        return visited.stream()
                .flatMap(instance -> instance.source()
                        .all(type)
                        .flatMap(address -> instance.source().block(address).stream()
                                .flatMap(block -> instance.resources().rounds(address, block).stream()
                                        .map(round -> new Found(instance, address, block, round)))));
    }

    private boolean wanted(Found role) {
        return roles().anyMatch(reference -> switch (reference) {
            case RoleReference.Block(String block, Place _) -> block.equals(role.full());
            case RoleReference.Named(var text) ->
                RoleReader.name(role).known() && text.toString().endsWith("/" + RoleReader.name(role));
            case RoleReference.None _, RoleReference.Unclear _ -> false;
        });
    }

    private List<SecretDefinition> secrets() {
        Set<String> blocks = blocks();
        SecretReader reader = new SecretReader(run, this);
        return Stream.of("aws_secretsmanager_secret", "aws_ssm_parameter")
                .flatMap(this::all)
                .filter(each -> blocks.contains(each.full()))
                .map(reader::read)
                .toList();
    }

    /** The blocks of the secrets and parameters that containers refer to. */
    private Set<String> blocks() {
        return references()
                .flatMap(reference -> switch (reference.target()) {
                    case Reference.Target.SecretName(String _, String block) -> Stream.of(block);
                    case Reference.Target.ParameterName(String _, String block) -> Stream.of(block);
                    case Reference.Target.SecretArn _,
                            Reference.Target.ParameterArn _,
                            Reference.Target.Unclear _,
                            Reference.Target.Malformed _ -> Stream.<String>of();
                })
                .filter(block -> !block.isEmpty())
                .collect(Collectors.toSet());
    }

    private Stream<Reference> references() {
        return definitions.stream()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> Stream.concat(
                        container.entries().stream()
                                .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                        ? Stream.of(reference)
                                        : Stream.of()),
                        container.credentials().stream().map(each -> each.reference())));
    }
}
