package dev.envgate.terraform;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** Reads a task definition as JSON: what {@code aws ecs describe-task-definition} prints, or what is given to register one. */
public final class TaskDefinitionFile {
    private static final String HINT =
            "Give the output of `aws ecs describe-task-definition --task-definition FAMILY`.";

    private final SourceFile file;

    private TaskDefinitionFile(SourceFile file) {
        this.file = file;
    }

    /** What came of reading. */
    public sealed interface Result {
        /**
         * It could be read.
         *
         * @param definition has the address {@code family:revision}, or {@code family} where no revision is written
         * @param arn what AWS calls it; empty where it is not written
         */
        record Found(TaskDefinition definition, String arn) implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    /** Reads the object itself or the one below {@code taskDefinition}; upper and lower case of its keys make no difference. */
    public static Result read(SourceFile file) {
        return new TaskDefinitionFile(file).read();
    }

    private Result read() {
        Value content = JsonText.read(Value.Str.of(file.text(), Origin.at(file.all())));
        if (content instanceof Value.Unknown unknown) {
            String message = "`%s` %s.".formatted(file.path(), unknown.cause().reason());
            return new Result.Refused(new Problem(unknown.cause().place(), message, HINT));
        }
        if (content instanceof Value.Seq) {
            return refused(content, "holds a list, and a task definition is an object with `containerDefinitions`");
        }
        Fields outer = Fields.of(content);
        return outer.member("taskDefinition").map(this::definition).orElseGet(() -> bare(outer, content));
    }

    private Result bare(Fields fields, Value content) {
        if (fields.has("services")) {
            return refused(content, "is the output of `describe-services`, which names no variables");
        }
        if (fields.has("tasks")) {
            return refused(content, "is the output of `describe-tasks`, which names no variables");
        }
        if (fields.has("format_version") || fields.has("terraform_version")) {
            return refused(content, "comes from Terraform: a plan is given with `--plan`, a state with `--state`");
        }
        return fields.has("taskDefinitionArns")
                ? refused(content, "is the output of `list-task-definitions`, which names no variables")
                : definition(content);
    }

    private Result definition(Value content) {
        Fields fields = Fields.of(content);
        Optional<Value> list = fields.member("containerDefinitions");
        if (list.isEmpty()) {
            return refused(content, "is no task definition: it has no `containerDefinitions`");
        }
        Containers containers = new Containers(References::unclear, Guard.ALWAYS);
        containers.read(list.get());
        return containers.gaps().stream()
                .findFirst()
                .map(gap -> refused(list.get(), gap))
                .orElseGet(() -> new Result.Found(
                        definition(fields, containers),
                        fields.text("taskDefinitionArn").orElse("")));
    }

    private TaskDefinition definition(Fields fields, Containers containers) {
        String family = fields.text("family").orElse("");
        String revision = fields.member("revision")
                .map(number -> ":" + Reason.symbolic(number))
                .orElse("");
        return new TaskDefinition(
                family + revision,
                Symbolic.of(family),
                new Presence.Present(new Place.InFile(file.span(0, 0))),
                role(fields, "executionRoleArn"),
                role(fields, "taskRoleArn"),
                containers.definitions(),
                List.of(),
                List.of());
    }

    private static RoleReference role(Fields fields, String name) {
        return fields.member(name)
                .map(Reason::symbolic)
                .filter(text -> !text.parts().isEmpty())
                .<RoleReference>map(RoleReference.Named::new)
                .orElseGet(RoleReference.None::new);
    }

    private Result refused(Value at, Gap gap) {
        Span place = gap.place() instanceof Place.InFile(Span span)
                ? span
                : at.origin().born();
        return new Result.Refused(new Problem(place, "In `%s` %s.".formatted(file.path(), gap.why()), HINT));
    }

    private Result refused(Value at, String why) {
        Span start = file.span(at.origin().born().start(), at.origin().born().start());
        return new Result.Refused(new Problem(start, "`%s` %s.".formatted(file.path(), why), HINT));
    }
}
