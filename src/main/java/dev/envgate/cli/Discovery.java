package dev.envgate.cli;

import dev.envgate.config.Draft;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.terraform.Inputs;
import dev.envgate.terraform.Roots;
import dev.envgate.terraform.TerraformReader;
import dev.envgate.text.Directories;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a repository and drafts its configuration. Nothing is judged by it: a person reads what it writes. */
final class Discovery {
    private final Path repository;
    private final List<Path> contracts;
    private final List<Path> roots;
    private final List<Path> varFiles;
    private final Set<String> environments = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();

    Discovery(Path repository) {
        this.repository = repository;
        this.contracts = RepositoryWalk.files(repository, file -> Contracts.NAMES.contains(name(file)));
        this.roots = Roots.below(repository);
        this.varFiles = RepositoryWalk.files(repository, file -> name(file).endsWith(".tfvars"));
    }

    List<Path> contracts() {
        return contracts;
    }

    List<Path> roots() {
        return roots;
    }

    /** What a person has to look at; filled by {@link #draft}. */
    List<String> remarks() {
        return remarks;
    }

    Draft draft(String schema) {
        Map<String, List<Path>> folded = new LinkedHashMap<>();
        roots.forEach(root ->
                folded.computeIfAbsent(shape(root), _ -> new ArrayList<>()).add(root));
        List<Draft.Service> services =
                folded.values().stream().flatMap(this::services).collect(Collectors.toCollection(ArrayList::new));
        return new Draft(schema, unique(services), environments.stream().toList());
    }

    /** The path of a root with the words of environments taken out: those that are then the same are one, in several environments. */
    private String shape(Path root) {
        return Arrays.stream(shown(root).split("/", -1))
                .map(part -> environment(part).isPresent() ? "*" : part)
                .collect(Collectors.joining("/"));
    }

    private Stream<Draft.Service> services(List<Path> same) {
        Path first = same.getFirst();
        Configuration configuration = read(first);
        List<Symbolic> names = names(configuration);
        return names.stream().map(each -> service(each, names.size() > 1, same));
    }

    /** The services, else the families. */
    private static List<Symbolic> names(Configuration configuration) {
        List<Symbolic> services = configuration.services().stream()
                .map(ServiceDefinition::name)
                .distinct()
                .toList();
        List<Symbolic> families = configuration.taskDefinitions().stream()
                .map(TaskDefinition::family)
                .distinct()
                .toList();
        List<Symbolic> names = services.isEmpty() ? families : services;
        return names.isEmpty() ? List.of(Symbolic.of("")) : names;
    }

    private Configuration read(Path root) {
        return TerraformReader.read(Inputs.of(root, new Directories(repository, List.of(repository))))
                .configuration();
    }

    private Draft.Service service(Symbolic name, boolean several, List<Path> same) {
        Path root = same.getFirst();
        String key = key(name, root);
        List<String> todo = new ArrayList<>();
        List<String> contract = contract(key, root).stream().map(this::shown).toList();
        if (contract.isEmpty()) {
            todo.add("contract: name the file that declares its variables, for example .env.example");
        }
        boolean known = name.known() && !name.toString().isEmpty();
        if (several && !known) {
            todo.add("service: what ECS calls it; the files say " + name);
        }
        todo.forEach(each -> remarks.add("`%s`: %s.".formatted(key, each)));
        Map<String, Draft.Overlay> overlays = overlays(same);
        environments.addAll(overlays.keySet());
        boolean byEnvironment = same.size() > 1;
        return new Draft.Service(
                key,
                contract,
                byEnvironment ? "" : shown(root),
                several && known ? name.toString() : "",
                overlays,
                todo);
    }

    private Map<String, Draft.Overlay> overlays(List<Path> same) {
        Map<String, Draft.Overlay> overlays = new TreeMap<>();
        if (same.size() > 1) {
            same.forEach(root ->
                    environmentOf(root).ifPresent(each -> overlays.put(each, new Draft.Overlay(shown(root), ""))));
        } else {
            varFiles.stream()
                    .filter(file -> file.startsWith(same.getFirst()) && !loaded(file))
                    .forEach(file -> environment(name(file).replace(".tfvars", ""))
                            .or(() -> environmentOf(file))
                            .ifPresent(each -> overlays.putIfAbsent(each, new Draft.Overlay("", shown(file)))));
        }
        return overlays.size() > 1 ? overlays : Map.of();
    }

    /** Terraform reads it without being asked. */
    private static boolean loaded(Path file) {
        return name(file).equals("terraform.tfvars") || name(file).endsWith(".auto.tfvars");
    }

    private Optional<String> environmentOf(Path path) {
        return Arrays.stream(shown(path).split("/", -1))
                .flatMap(part -> environment(part).stream())
                .findFirst();
    }

    private static Optional<String> environment(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return Conventions.NEUTRAL
                .environment(small)
                .or(() -> Arrays.stream(small.split("[-_.]", -1))
                        .flatMap(part -> Conventions.NEUTRAL.environment(part).stream())
                        .findFirst())
                .map(Environment::name);
    }

    /** The only contract; else the one whose directory is named like the service, or lies nearest to its Terraform. */
    private List<Path> contract(String key, Path root) {
        if (contracts.size() == 1) {
            return contracts;
        }
        List<Path> named =
                contracts.stream().filter(each -> namesakes(each, key)).limit(1).toList();
        return named.isEmpty()
                ? contracts.stream()
                        .filter(each -> root.startsWith(parent(each)))
                        .max(java.util.Comparator.comparingInt(Path::getNameCount))
                        .stream()
                        .toList()
                : named;
    }

    private static boolean namesakes(Path contract, String key) {
        String directory = name(parent(contract)).toLowerCase(Locale.ROOT);
        return List.of(key.toLowerCase(Locale.ROOT).split("[-_.]", -1)).contains(directory)
                || key.toLowerCase(Locale.ROOT).equals(directory);
    }

    /** What the configuration calls a service: its name without what is not known of it. */
    private String key(Symbolic name, Path root) {
        String known = name.parts().stream()
                .map(part -> part instanceof Symbolic.Part.Known(String text) ? text : "")
                .collect(Collectors.joining())
                .replaceAll("[^\\w.-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        String directory = name(root).replaceAll("[^\\w.-]+", "-");
        return known.matches("[A-Za-z0-9].{0,99}") ? known : directory.matches("[A-Za-z0-9].*") ? directory : "service";
    }

    /** Two services of one name get a number. */
    private static List<Draft.Service> unique(List<Draft.Service> services) {
        Map<String, Integer> seen = new LinkedHashMap<>();
        return services.stream()
                .map(each -> {
                    int times = seen.merge(each.name(), 1, Integer::sum);
                    return times == 1
                            ? each
                            : new Draft.Service(
                                    each.name() + "-" + times,
                                    each.contracts(),
                                    each.terraform(),
                                    each.service(),
                                    each.environments(),
                                    each.remarks());
                })
                .toList();
    }

    String shown(Path path) {
        String relative = repository.relativize(path).toString().replace('\\', '/');
        return relative.isEmpty() ? "." : relative;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }
}
