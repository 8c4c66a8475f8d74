package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Platform;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a plan as {@code terraform show -json} prints it: what the task definitions and services will be once it is applied. What is known
 * only after apply is not known here either.
 */
public final class PlanReader {
    private final SourceFile file;
    private final Fields plan;
    private final Map<String, Fields> changes = new HashMap<>();
    private final List<Planned> resources = new ArrayList<>();

    private PlanReader(SourceFile file, Fields plan) {
        this.file = file;
        this.plan = plan;
    }

    /** Reads a plan by itself: the place of a name is the one in the plan. */
    public static TerraformReader.Result read(SourceFile file) {
        return switch (Printed.read(file, Printed.PLAN_HINT)) {
            case Printed.Plan(Fields plan) -> new PlanReader(file, plan).read();
            case Printed.Other(Problem problem) -> refused(problem);
            case Printed.ShownState _, Printed.KeptState _ ->
                refused(new Problem(
                        file.span(0, 0),
                        "`%s` is a state, and not what Terraform planned.".formatted(file.path()),
                        "Give a state with `--state`; it only helps to resolve references. " + Printed.PLAN_HINT));
        };
    }

    /**
     * Reads a plan and the files that it was made of: they give the lines, and what the plan does not know yet. They are read with the
     * values that the plan was made with.
     */
    public static TerraformReader.Result read(SourceFile file, Inputs files) {
        TerraformReader.Result alone = read(file);
        if (!alone.problems().isEmpty()
                || !(Printed.read(file, Printed.PLAN_HINT) instanceof Printed.Plan(Fields plan))) {
            return alone;
        }
        TerraformReader.Result written =
                TerraformReader.read(files.with(variables(plan)).with(State.shown(plan.fields("prior_state"))));
        return new TerraformReader.Result(
                new PlannedPlaces(written.configuration()).in(alone.configuration()), written.problems());
    }

    private static List<Inputs.Assignment> variables(Fields plan) {
        Fields variables = plan.fields("variables");
        return variables
                .names()
                .flatMap(name -> variables.fields(name).member("value").stream()
                        .<Inputs.Assignment>map(value -> new Inputs.Assignment.Planned(name, value)))
                .toList();
    }

    private static TerraformReader.Result refused(Problem problem) {
        return new TerraformReader.Result(
                new Configuration(problem.span().file().path(), List.of(), List.of(), List.of()), List.of(problem));
    }

    private TerraformReader.Result read() {
        if (says("errored", true)) {
            return refused(new Problem(
                    file.span(0, 0),
                    "`%s` is a plan that ended with an error, so it is not whole.".formatted(file.path()),
                    "Mend what `terraform plan` complains about, and plan again."));
        }
        plan.elements("resource_changes")
                .map(Fields::of)
                .forEach(change ->
                        change.text("address").ifPresent(address -> changes.put(address, change.fields("change"))));
        walk(
                plan.fields("planned_values").fields("root_module"),
                PlannedModule.root(plan.fields("configuration").fields("root_module")));
        PlanReferences references = new PlanReferences(resources);
        List<TaskDefinition> definitions = all(TaskDefinitions.TYPE).stream()
                .map(each -> definition(each, references))
                .toList();
        List<ServiceDefinition> services = all(Services.TYPE).stream()
                .map(each -> service(each, references, definitions))
                .toList();
        return new TerraformReader.Result(new Configuration(file.path(), definitions, services, gaps()), List.of());
    }

    private boolean says(String member, boolean what) {
        return plan.member(member)
                .filter(value -> value instanceof Value.Bool bool && bool.value() == what)
                .isPresent();
    }

    private void walk(Fields values, PlannedModule module) {
        values.elements("resources").forEach(each -> add(each, module));
        values.elements("child_modules")
                .map(Fields::of)
                .forEach(child -> child.text("address").ifPresent(address -> walk(child, called(module, address))));
    }

    /** The child of an address like {@code module.a["x"].module.b[0]}, which begins with that of its caller. */
    private static PlannedModule called(PlannedModule module, String address) {
        String step = address.substring(module.address("module.").length());
        int key = step.indexOf('[') < 0 ? step.length() : step.indexOf('[');
        return module.child(step.substring(0, key), step.substring(key));
    }

    private void add(Value resource, PlannedModule module) {
        Fields fields = Fields.of(resource);
        String address = fields.text("address").orElse("");
        if (fields.text("mode").filter("managed"::equals).isPresent()) {
            Fields change = changes.getOrDefault(address, new Fields(List.of()));
            resources.add(new Planned(
                    module,
                    fields.text("type").orElse("") + "." + fields.text("name").orElse(""),
                    address,
                    fields.fields("values"),
                    change.fields("after_unknown"),
                    fields.fields("sensitive_values"),
                    fields.member("address").orElse(resource).origin().born()));
        }
    }

    private List<Planned> all(String type) {
        return resources.stream().filter(each -> each.type().equals(type)).toList();
    }

    private static TaskDefinition definition(Planned planned, PlanReferences references) {
        Containers containers = new Containers(References::unclear, Guard.ALWAYS);
        List<Gap> gaps = new ArrayList<>();
        planned.attribute("container_definitions", references)
                .ifPresentOrElse(
                        containers::read,
                        () -> gaps.add(
                                new Gap("there are no `container_definitions`", new Place.InFile(planned.place()))));
        gaps.addAll(containers.gaps());
        return new TaskDefinition(
                planned.address(),
                text(planned, "family", references),
                new Presence.Present(new Place.InFile(planned.place())),
                role(planned, "execution_role_arn", references),
                role(planned, "task_role_arn", references),
                containers.definitions(),
                List.of(),
                gaps);
    }

    /** A role that is made with the task definition has no ARN yet, and has its name. */
    private static RoleReference role(Planned planned, String attribute, PlanReferences references) {
        List<Planned> roles =
                planned.knownLater(attribute) ? references.of(planned, attribute, "aws_iam_role") : List.of();
        Symbolic role =
                roles.size() == 1 ? text(roles.getFirst(), "name", references) : text(planned, attribute, references);
        if (role.toString().isEmpty()) {
            return new RoleReference.None();
        }
        return role.known()
                ? new RoleReference.Named(role)
                : new RoleReference.Unclear(references.why(planned, attribute), new Place.InFile(planned.place()));
    }

    private static ServiceDefinition service(
            Planned planned, PlanReferences references, List<TaskDefinition> definitions) {
        return new ServiceDefinition(
                planned.address(),
                text(planned, "name", references),
                cluster(planned, references),
                running(planned, references, definitions),
                new Presence.Present(new Place.InFile(planned.place())),
                Platform.NOT_SAID,
                Services.controller(planned.attribute("deployment_controller", references)),
                List.of());
    }

    private static Symbolic text(Planned planned, String attribute, PlanReferences references) {
        return planned.attribute(attribute, references).map(Reason::symbolic).orElseGet(() -> Symbolic.of(""));
    }

    private static Symbolic cluster(Planned planned, PlanReferences references) {
        List<Planned> clusters =
                planned.knownLater("cluster") ? references.of(planned, "cluster", "aws_ecs_cluster") : List.of();
        return clusters.size() == 1
                ? text(clusters.getFirst(), "name", references)
                : planned.attribute("cluster", references)
                        .map(value -> Services.afterSlash(Reason.symbolic(value)))
                        .orElse(Services.DEFAULT_CLUSTER);
    }

    private static List<String> running(Planned planned, PlanReferences references, List<TaskDefinition> definitions) {
        if (planned.knownLater("task_definition")) {
            return references.of(planned, "task_definition", TaskDefinitions.TYPE).stream()
                    .map(Planned::address)
                    .toList();
        }
        Symbolic family = Services.family(text(planned, "task_definition", references));
        return definitions.stream()
                .filter(each -> each.family().equals(family))
                .map(TaskDefinition::address)
                .toList();
    }

    /** Why there may be more than the plan shows. */
    private List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>();
        Place place = new Place.InFile(file.span(0, 0));
        if (says("complete", false)) {
            gaps.add(new Gap("the plan leaves parts of the configuration out, as with `-target`", place));
        }
        plan.elements("deferred_changes")
                .findFirst()
                .ifPresent(_ -> gaps.add(new Gap("the plan defers changes", place)));
        return gaps;
    }
}
