package dev.envgate.config;

import dev.envgate.ledger.Endpoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the facts about a service are: its files, and where it runs. Paths are relative to the configuration's directory; what is not
 * given is {@link Setting#NONE} or empty.
 *
 * @param contract the files that declare its variables
 * @param terraform the root directory of its Terraform
 * @param varFiles in the order that Terraform gets them
 * @param vars values of Terraform's variables, by name
 * @param taskDefinition a task definition as JSON, instead of Terraform
 * @param service what ECS calls it
 * @param containers the only containers to look at
 * @param prefixes what the names of its secrets and parameters begin with in the stores
 * @param source directories whose code is searched for names
 * @param exclude what is left out of them
 * @param smoke the endpoints that are called after a deploy
 */
public record Whereabouts(
        List<Setting> contract,
        Setting terraform,
        List<Setting> varFiles,
        Map<String, Setting> vars,
        Setting workspace,
        Setting taskDefinition,
        Setting cluster,
        Setting service,
        List<Setting> containers,
        Setting account,
        Setting region,
        Setting profile,
        Setting role,
        List<Setting> prefixes,
        List<Setting> source,
        List<Setting> exclude,
        List<Endpoint> smoke) {
    /** Nothing is said. */
    public static final Whereabouts NONE = new Whereabouts(
            List.of(),
            Setting.NONE,
            List.of(),
            Map.of(),
            Setting.NONE,
            Setting.NONE,
            Setting.NONE,
            Setting.NONE,
            List.of(),
            Setting.NONE,
            Setting.NONE,
            Setting.NONE,
            Setting.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of());

    /** The keys of the configuration that say it, sorted. */
    static final List<String> KEYS = List.of(
            "account",
            "cluster",
            "containers",
            "contract",
            "exclude",
            "profile",
            "region",
            "role",
            "secret-prefixes",
            "service",
            "smoke",
            "source",
            "task-definition",
            "terraform",
            "var-files",
            "vars",
            "workspace");

    public Whereabouts {
        contract = List.copyOf(contract);
        varFiles = List.copyOf(varFiles);
        vars = Map.copyOf(vars);
        containers = List.copyOf(containers);
        prefixes = List.copyOf(prefixes);
        source = List.copyOf(source);
        exclude = List.copyOf(exclude);
        smoke = List.copyOf(smoke);
    }

    /** This laid over the other: what this says wins, and its variables come after those of the other. */
    public Whereabouts over(Whereabouts other) {
        Map<String, Setting> allVars = new LinkedHashMap<>(other.vars);
        allVars.putAll(vars);
        List<Setting> allFiles = new ArrayList<>(other.varFiles);
        allFiles.addAll(varFiles);
        return new Whereabouts(
                contract.isEmpty() ? other.contract : contract,
                taskDefinition.given() ? Setting.NONE : terraform.or(other.terraform),
                allFiles,
                allVars,
                workspace.or(other.workspace),
                terraform.given() ? Setting.NONE : taskDefinition.or(other.taskDefinition),
                cluster.or(other.cluster),
                service.or(other.service),
                containers.isEmpty() ? other.containers : containers,
                account.or(other.account),
                region.or(other.region),
                profile.or(other.profile),
                role.or(other.role),
                prefixes.isEmpty() ? other.prefixes : prefixes,
                source.isEmpty() ? other.source : source,
                exclude.isEmpty() ? other.exclude : exclude,
                smoke.isEmpty() ? other.smoke : smoke);
    }
}
