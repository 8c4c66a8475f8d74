package dev.envgate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Grant;
import dev.envgate.aws.LeastPrivilege;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The permissions that a check of this repository needs, and no others. */
@Command(
        name = "iam-policy",
        sortOptions = false,
        description =
                "Prints the IAM policy that `check` with the same options needs, and nothing more; AWS is not asked.")
final class IamPolicyCommand implements Callable<ExitCode> {
    private static final String NAME = "envgate-check";

    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "json, the policy, or terraform, a role with it for a pipeline of GitHub Actions. "
                    + "Default: ${DEFAULT-VALUE}.")
    private Format format = Format.json;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    IamPolicyCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** The formats, as people type them. */
    enum Format {
        json,
        terraform
    }

    @Override
    public ExitCode call() throws Misuse {
        List<Pending> targets =
                new Gathering(console, ConfigFile.find(config, console), config, inputs, aws, settings).allPending();
        List<Grant> grants =
                Grant.merged(targets.stream().flatMap(this::granted).toList());
        if (grants.isEmpty()) {
            throw nothing(targets);
        }
        console.out().print(format == Format.json ? json(grants) : terraform(grants));
        return ExitCode.OPEN;
    }

    private static Misuse nothing(List<Pending> targets) {
        List<String> uncreated = targets.stream()
                .map(Pending::chosen)
                .filter(Selection::uncreated)
                .map(each -> "`" + each.service() + "`")
                .distinct()
                .toList();
        return uncreated.isEmpty()
                ? new Misuse(
                        "Nothing is asked of AWS with these options, so no permission is needed.",
                        "leave out `--offline` and `--deployed`.")
                : new Misuse(
                        "Terraform describes %s and creates nothing of it, so nothing is asked of AWS and no permission is needed."
                                .formatted(String.join(", ", uncreated)),
                        "give the variables that create it with `--var-file` or `--var`, or name what is created with `--service`.");
    }

    private Stream<Grant> granted(Pending target) {
        return inputs.all() && target.side() instanceof Pending.LiveSide.Wanted
                ? Stream.concat(
                        LeastPrivilege.everyService(
                                inputs.cluster(),
                                target.settings().region(),
                                target.target().whereabouts().account().text()),
                        grants(target))
                : grants(target);
    }

    /** What is asked for a target by its name. */
    static Stream<Grant> grants(Pending target) {
        return target.side() instanceof Pending.LiveSide.Wanted(var request)
                ? new LeastPrivilege(
                                request,
                                target.settings().region(),
                                target.target().whereabouts().account().text())
                        .grants().stream()
                : Stream.of();
    }

    static String json(List<Grant> grants) {
        JsonMapper mapper = new JsonMapper();
        ObjectNode policy = mapper.createObjectNode().put("Version", "2012-10-17");
        ArrayNode statements = policy.putArray("Statement");
        for (Grant each : grants) {
            ObjectNode statement = statements.addObject().put("Sid", each.sid()).put("Effect", "Allow");
            each.actions().forEach(statement.putArray("Action")::add);
            each.resources().forEach(statement.putArray("Resource")::add);
            if (!each.condition().isEmpty()) {
                ObjectNode like = statement.putObject("Condition").putObject("StringLike");
                each.condition().forEach((key, values) -> values.forEach(like.putArray(key)::add));
            }
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(policy) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written", e);
        }
    }

    /** A role that a workflow of one repository may take over through the account's OIDC provider of GitHub. */
    private static String terraform(List<Grant> grants) {
        StringBuilder text = new StringBuilder("""
                variable "github_repository" {
                  type        = string
                  description = "OWNER/NAME of the repository whose workflows run envgate."
                }

                data "aws_iam_openid_connect_provider" "github" {
                  url = "https://token.actions.githubusercontent.com"
                }

                data "aws_iam_policy_document" "envgate_trust" {
                  statement {
                    actions = ["sts:AssumeRoleWithWebIdentity"]

                    principals {
                      type        = "Federated"
                      identifiers = [data.aws_iam_openid_connect_provider.github.arn]
                    }

                    condition {
                      test     = "StringEquals"
                      variable = "token.actions.githubusercontent.com:aud"
                      values   = ["sts.amazonaws.com"]
                    }

                    condition {
                      test     = "StringLike"
                      variable = "token.actions.githubusercontent.com:sub"
                      values   = ["repo:${var.github_repository}:*"]
                    }
                  }
                }

                data "aws_iam_policy_document" "envgate" {
                """);
        grants.forEach(each -> statement(text, each));
        return text.append("""
                }

                resource "aws_iam_role" "envgate" {
                  name               = "%1$s"
                  assume_role_policy = data.aws_iam_policy_document.envgate_trust.json
                }

                resource "aws_iam_role_policy" "envgate" {
                  name   = "%1$s"
                  role   = aws_iam_role.envgate.id
                  policy = data.aws_iam_policy_document.envgate.json
                }
                """.formatted(NAME)).toString();
    }

    private static void statement(StringBuilder text, Grant grant) {
        text.append("  statement {\n    sid       = \"").append(grant.sid()).append("\"\n");
        text.append("    actions   = ").append(list(grant.actions())).append('\n');
        text.append("    resources = ").append(list(grant.resources())).append('\n');
        grant.condition()
                .forEach((key, values) -> text.append(
                        "\n    condition {\n      test     = \"StringLike\"\n      variable = \"%s\"\n      values   = %s\n    }\n"
                                .formatted(key, list(values))));
        text.append("  }\n");
    }

    private static String list(List<String> texts) {
        return texts.size() == 1
                ? "[" + quoted(texts.getFirst()) + "]"
                : texts.stream()
                        .map(each -> "\n      " + quoted(each) + ",")
                        .reduce(String::concat)
                        .map(items -> "[" + items + "\n    ]")
                        .orElse("[]");
    }

    /** As Terraform writes a text: nothing in it is a template. */
    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "$${")
                        .replace("%{", "%%{")
                + "\"";
    }
}
