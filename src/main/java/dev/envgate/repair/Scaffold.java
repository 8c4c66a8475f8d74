package dev.envgate.repair;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A new secret in Terraform, without any value.
 *
 * @param variable the name that the container is to have
 * @param stored what it is called in its store, as an expression of Terraform
 * @param parameter whether it is a parameter of Systems Manager instead of a secret of Secrets Manager
 */
public record Scaffold(String variable, String stored, boolean parameter) {
    private static final String SECRET = "aws_secretsmanager_secret";
    private static final String PARAMETER = "aws_ssm_parameter";

    private String label() {
        return NameForms.snake(variable);
    }

    /** How an entry of a container refers to it. */
    public String reference(boolean called) {
        return called ? "module." + callLabel() + ".arn" : (parameter ? PARAMETER : SECRET) + "." + label() + ".arn";
    }

    private String callLabel() {
        return "secret_" + label();
    }

    /** The blocks of its own. */
    public String blocks() {
        return parameter
                ? parameter(label(), stored, "var." + label(), variableBlock(label(), "The value of " + variable + "."))
                : new Block(
                                        "resource \"%s\" \"%s\"".formatted(SECRET, label()),
                                        List.of(new Block.Line("name", stored)))
                                .text("\n")
                        + "\n";
    }

    /**
     * A call of the module.
     *
     * @param source where the module lies, as Terraform wants it: {@code ./modules/secret}
     * @param role the name of the execution role, as an expression
     */
    public String call(String source, String role) {
        List<Block.Line> lines = new ArrayList<>(List.of(
                new Block.Line("source", "\"" + source + "\""),
                new Block.Line("name", stored),
                new Block.Line("role", role)));
        String value = "";
        if (parameter) {
            lines.add(new Block.Line("value", "var." + label()));
            value = variableBlock(label(), "The value of " + variable + ".") + "\n";
        }
        return value + new Block("module \"" + callLabel() + "\"", lines).text("\n") + "\n";
    }

    /** The module itself, which is the same for every secret. */
    public String module() {
        String name = variableBlock("name", parameter ? "What the parameter is called." : "What the secret is called.")
                .replace("  sensitive   = true\n", "");
        String role = variableBlock("role", "The name of the execution role that may read it.")
                .replace("  sensitive   = true\n", "");
        String made = parameter
                ? parameter(
                        "this",
                        "var.name",
                        "var.value",
                        variableBlock("value", "The value, which is kept in the state."))
                : new Block("resource \"" + SECRET + "\" \"this\"", List.of(new Block.Line("name", "var.name")))
                                .text("\n")
                        + "\n";
        String arn = (parameter ? PARAMETER : SECRET) + ".this.arn";
        String action = parameter ? "ssm:GetParameters" : "secretsmanager:GetSecretValue";
        return name + "\n" + role + "\n" + made + "\n" + MissingRight.policy("read", "var.role", action, arn) + "\n\n"
                + new Block("output \"arn\"", List.of(new Block.Line("value", arn))).text("\n") + "\n";
    }

    private static String parameter(String label, String name, String value, String before) {
        return before + "\n"
                + new Block(
                                "resource \"%s\" \"%s\"".formatted(PARAMETER, label),
                                List.of(
                                        new Block.Line("name", name),
                                        new Block.Line("type", "\"SecureString\""),
                                        new Block.Line("value", value)))
                        .text("\n")
                + "\n";
    }

    private static String variableBlock(String name, String description) {
        return new Block(
                                "variable \"" + name + "\"",
                                List.of(
                                        new Block.Line("description", "\"" + description + "\""),
                                        new Block.Line("type", "string"),
                                        new Block.Line("sensitive", "true")))
                        .text("\n")
                + "\n";
    }

    /** What stands for the name of an execution role that is not known. */
    public static final String ROLE = "execution_role_name";

    /** The variable that somebody has to say the role in; empty where the module has it already. */
    public static String role(List<SourceFile> module) {
        return new Reusable(module).variable(ROLE).isPresent()
                ? ""
                : variableBlock(ROLE, "The name of the execution role that may read the secrets.")
                                .replace("  sensitive   = true\n", "")
                        + "\n";
    }

    /** Whether a file belongs to the root, which is given variables from outside of all files. */
    public static boolean isInRoot(SourceFile file, Fault fault) {
        return Reusable.around(file, fault).isRoot();
    }

    /** Patches that give it to the container of a finding. */
    public Outcome entry(Fault fault, boolean called) {
        return new MissingEntry(new Referent.Expression(reference(called))).of(fault);
    }

    /** The file of Terraform that it belongs into: where others of its kind are, beside the entries of the container. */
    public static Optional<SourceFile> home(Fault fault) {
        Optional<SourceFile> entries = fault.definitions().stream()
                .flatMap(each -> Stream.concat(secrets(each), Stream.of(each.place())))
                .flatMap(each -> each instanceof Place.InFile(Span span) ? Stream.of(span.file()) : Stream.of())
                .filter(each -> each.path().matches(".*\\.(tf|tofu)"))
                .findFirst();
        return entries.map(file -> new Reusable(fault.sources().module(file))
                .all()
                .filter(each -> each.block().type().equals("resource"))
                .map(Reusable.Holder::file)
                .reduce((_, last) -> last)
                .orElse(file));
    }

    private static Stream<Place> secrets(ContainerDefinition container) {
        return container.entries().stream()
                .filter(each -> each.given() instanceof Given.Secret)
                .map(Entry::presence)
                .flatMap(each -> each instanceof Presence.Present(Place place) ? Stream.of(place) : Stream.of());
    }

    /** What it is called by the custom of its module: as the others begin, else as the family is called. */
    public static String stored(List<SourceFile> module, String variable, String family, boolean parameter) {
        List<String> names = new Reusable(module)
                .all()
                .filter(each -> each.type().equals(parameter ? PARAMETER : SECRET))
                .flatMap(each -> each.name().map(Span::text).stream())
                .filter(each -> each.startsWith("\"") && each.endsWith("\""))
                .toList();
        Map<String, Integer> beginnings = new LinkedHashMap<>();
        names.forEach(each -> beginnings.merge(each.substring(0, each.lastIndexOf('/') + 1), 1, Integer::sum));
        String beginning = beginnings.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElse("\"" + (parameter ? "/" : "") + family + "/");
        boolean snake = !names.isEmpty()
                && names.stream()
                        .map(each -> each.substring(each.lastIndexOf('/') + 1))
                        .allMatch(each -> each.contains("_"));
        return beginning + (snake ? NameForms.snake(variable) : NameForms.kebab(variable)) + "\"";
    }
}
