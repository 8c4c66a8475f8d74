package dev.envgate.terraform;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;

/** Tells apart the JSON files that Terraform prints or keeps: a plan, a state as it is printed, a state as it is kept. */
sealed interface Printed {
    /** {@code terraform show -json} of a plan. */
    record Plan(Fields content) implements Printed {}

    /** {@code terraform show -json} without a plan. */
    record ShownState(Fields content) implements Printed {}

    /** {@code terraform.tfstate}, version 4. */
    record KeptState(Fields content) implements Printed {}

    /** None of them, or one that cannot be read; the message speaks of the file. */
    record Other(Problem problem) implements Printed {}

    String PLAN_HINT =
            "Give the output of `terraform show -json FILE`, where FILE is what `terraform plan -out=FILE` saved.";
    String STATE_HINT =
            "Give `terraform.tfstate`, what `terraform state pull` prints, or the output of `terraform show -json`.";

    /** Version 0 is of Terraform before 1.1 and differs in nothing that is read here. */
    List<String> FORMATS = List.of("0.", "1.");

    /**
     * Tells what a file is.
     *
     * @param hint what to do when it is something else
     */
    static Printed read(SourceFile file, String hint) {
        if (file.text().stripLeading().startsWith("{\"@level\"")) {
            return other(file, file.span(0, 0), "is the log of a run with `-json`, and not what it planned", PLAN_HINT);
        }
        Value content = JsonText.read(Value.Str.of(file.text(), Origin.at(file.all())));
        return switch (content) {
            case Value.Dict mapping -> of(file, Fields.of(mapping), hint);
            case Value.Unknown unknown ->
                other(file, unknown.cause().place(), unknown.cause().reason(), hint);
            case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Seq _, Value.Choice _ ->
                other(file, file.span(0, 0), "holds no JSON object", hint);
        };
    }

    private static Printed of(SourceFile file, Fields content, String hint) {
        if (content.has("encrypted_data")) {
            return other(
                    file, file.span(0, 0), "is encrypted", "Decrypt it first: `tofu show -json` prints it in plain.");
        }
        if (content.has("format_version")) {
            return shown(file, content, hint);
        }
        return content.has("version") && (content.has("lineage") || content.has("terraform_version"))
                ? kept(file, content)
                : other(file, file.span(0, 0), "is neither a plan nor a state of Terraform", hint);
    }

    private static Printed shown(SourceFile file, Fields content, String hint) {
        String version = content.text("format_version").orElse("");
        if (FORMATS.stream().noneMatch(version::startsWith)) {
            return other(file, file.span(0, 0), "has the format version `%s`, and 1 is read".formatted(version), hint);
        }
        return content.has("planned_values") || content.has("resource_changes") || content.has("errored")
                ? new Plan(content)
                : new ShownState(content);
    }

    private static Printed kept(SourceFile file, Fields content) {
        String version = content.member("version")
                .map(Reason::symbolic)
                .map(String::valueOf)
                .orElse("");
        return version.equals("4")
                ? new KeptState(content)
                : other(
                        file,
                        file.span(0, 0),
                        "is a state of version %s, and 4 is read".formatted(version),
                        "Terraform 0.12 and later writes version 4: run `terraform state pull` with one of them.");
    }

    private static Other other(SourceFile file, Span at, String why, String hint) {
        return new Other(new Problem(at, "`%s` %s.".formatted(file.path(), why), hint));
    }
}
