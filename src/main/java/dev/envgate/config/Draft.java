package dev.envgate.config;

import dev.envgate.text.Escape;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A configuration to begin with, made of what was found in a repository.
 *
 * @param schema where its schema is, as the language server of an editor finds it
 * @param services never none
 * @param environments their names; none where files of variables do not tell any
 */
public record Draft(String schema, List<Service> services, List<String> environments) {
    /** What can stand in YAML without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z./][\\w./-]*");

    /** Words that YAML, or somebody's YAML, takes for something else. */
    private static final Pattern WORD = Pattern.compile("(?i)true|false|yes|no|on|off|null|y|n");

    public Draft {
        services = List.copyOf(services);
        environments = List.copyOf(environments);
    }

    /**
     * A service that was found. A text is empty where nothing was found, and {@code remarks} then say what is to be filled in.
     *
     * @param service what ECS calls it, where that is needed to tell it from others
     */
    public record Service(
            String name,
            List<String> contracts,
            String terraform,
            String service,
            Map<String, Overlay> environments,
            List<String> remarks) {
        public Service {
            contracts = List.copyOf(contracts);
            environments = Map.copyOf(environments);
            remarks = List.copyOf(remarks);
        }
    }

    /** What is different in one environment; a text is empty where nothing is. */
    public record Overlay(String terraform, String varFile, String service) {}

    /** The whole file; it can be read back without a problem. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("# yaml-language-server: $schema=").append(schema).append("\n");
        text.append("# What envgate looks at in this repository. Every key is explained by the schema above.\n\n");
        text.append("services:\n");
        services.forEach(service -> service(text, service));
        if (!environments.isEmpty()) {
            text.append(
                    "\n# Each service is looked at in each of these; `--environment NAME` chooses.\nenvironments:\n");
            environments.forEach(each -> text.append("  ").append(scalar(each)).append(":\n"));
            text.append(
                    "    # account: \"123456789012\"\n    # region: us-east-1\n    # role: arn:aws:iam::123456789012:role/reader\n");
        }
        return text.append(TAIL).toString();
    }

    private void service(StringBuilder text, Service service) {
        text.append("  ").append(scalar(service.name())).append(":\n");
        service.remarks()
                .forEach(each ->
                        text.append("    # ").append(Escape.terminal(each)).append('\n'));
        contract(text, service.contracts());
        line(text, "    terraform: ", service.terraform());
        line(text, "    service: ", service.service());
        if (!service.environments().isEmpty()) {
            text.append("    environments:\n");
            new TreeMap<>(service.environments()).forEach((name, overlay) -> overlay(text, name, overlay));
        }
    }

    private static void contract(StringBuilder text, List<String> contracts) {
        if (contracts.size() == 1) {
            line(text, "    contract: ", contracts.getFirst());
        } else if (!contracts.isEmpty()) {
            text.append("    contract:\n");
            contracts.forEach(each -> line(text, "      - ", each));
        }
    }

    private static void overlay(StringBuilder text, String environment, Overlay overlay) {
        text.append("      ").append(scalar(environment)).append(":\n");
        line(text, "        terraform: ", overlay.terraform());
        line(text, "        var-files: ", overlay.varFile());
        line(text, "        service: ", overlay.service());
    }

    private static void line(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(scalar(value)).append('\n');
        }
    }

    private static String scalar(String value) {
        return PLAIN.matcher(value).matches() && !WORD.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        return value.chars().anyMatch(Character::isISOControl)
                ? "\"" + escaped(value) + "\""
                : "'" + value.replace("'", "''") + "'";
    }

    private static String escaped(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars()
                .forEach(c -> escaped.append(
                        c < ' ' || c == '"' || c == '\\' || c >= 0x7f
                                ? "\\u%04x".formatted(c)
                                : String.valueOf((char) c)));
        return escaped.toString();
    }

    private static final String TAIL = """

            # How loud findings are: error, warning, note or off, by rule and by name.
            # rules:
            #   undeclared: off
            #   not-configured:
            #     names: {LEGACY_*: note}

            # What is known and does not count, with a reason and perhaps an end.
            # suppress:
            #   - rule: undeployed
            #     name: PAYMENT_*
            #     reason: The contract is not signed yet.
            #     expires: 2027-01-31

            # What names are, where the contract does not say it.
            # classes:
            #   local: [SANDBOX_*]
            #   secret: ['*_LICENCE']
            """;
}
