package dev.envgate.cli;

import dev.envgate.config.Draft;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Symbolic;
import dev.envgate.terraform.Inputs;
import dev.envgate.terraform.Roots;
import dev.envgate.terraform.TerraformReader;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks at a repository and drafts its configuration. Nothing is judged by it: a person reads what it writes. */
final class Discovery {
    /** One name that two files have in common says nothing: every application has a {@code PORT}. */
    private static final long TELLING = 2;

    private static final Pattern OTHER_PLATFORM =
            Pattern.compile("(?i)(?<![a-z])(?:railway|heroku|vercel|render|netlify|fly|cloudflare|azure|gcp)(?![a-z])");

    private final Path repository;
    private final List<Path> contracts;
    private final List<Path> roots;
    private final List<Path> varFiles;
    private final Set<String> environments = new TreeSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final Map<Root, Configuration> configurations = new HashMap<>();
    private final Map<Path, Set<Name>> names = new HashMap<>();

    Discovery(Path repository) {
        this.repository = repository;
        this.contracts = own(RepositoryWalk.files(repository, file -> Contracts.isNamed(name(file))));
        Roots.Found found = Roots.below(repository);
        this.roots = found.roots();
        if (!found.whole()) {
            remarks.add("There are more files than were looked at: name roots that are missing.");
        }
        this.varFiles = RepositoryWalk.files(repository, file -> name(file).endsWith(".tfvars"));
    }

    /** A contract that is called after another platform is for that one, unless there is no other. */
    private static List<Path> own(List<Path> found) {
        List<Path> own = found.stream()
                .filter(file -> !OTHER_PLATFORM.matcher(name(file)).find())
                .toList();
        return own.isEmpty() ? found : own;
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
        List<Named> names = names(configurations.computeIfAbsent(
                new Root(same.getFirst(), List.of()), each -> read(each.directory(), each.files())));
        return names.stream().map(each -> service(each, names.size() > 1, same));
    }

    /** A service or family by its address in Terraform. */
    private record Named(String address, Symbolic name) {
        boolean known() {
            return name.known() && !name.toString().isEmpty();
        }
    }

    /** The services, else the families. */
    private static List<Named> names(Configuration configuration) {
        List<Named> services = configuration.services().stream()
                .map(each -> new Named(each.address(), each.name()))
                .toList();
        List<Named> families = configuration.taskDefinitions().stream()
                .map(each -> new Named(each.address(), each.family()))
                .toList();
        List<Named> names = services.isEmpty() ? families : services;
        return names.isEmpty() ? List.of(new Named("", Symbolic.of(""))) : names;
    }

    private Configuration read(Path root, List<Path> files) {
        Inputs bare = Inputs.of(root, new Directories(repository, List.of(repository)));
        List<Inputs.Assignment> assignments = files.stream()
                .<Inputs.Assignment>map(Inputs.Assignment.VarFile::new)
                .toList();
        return TerraformReader.read(bare.with(assignments)).configuration();
    }

    private Draft.Service service(Named name, boolean several, List<Path> same) {
        Path root = same.getFirst();
        Map<String, Draft.Overlay> overlays = overlays(same, name, several);
        String key = key(name.name(), root, !overlays.isEmpty());
        List<String> todo = new ArrayList<>();
        List<String> contract =
                contract(key, root, given(name, root)).stream().map(this::shown).toList();
        if (contract.isEmpty()) {
            todo.add("contract: name the file that declares its variables, for example .env.example");
        }
        boolean byEnvironment =
                overlays.values().stream().anyMatch(each -> !each.service().isEmpty());
        if (several && !name.known() && !byEnvironment) {
            todo.add("service: what ECS calls it, before AWS can be asked; the files say " + name.name());
        }
        todo.forEach(each -> remarks.add("`%s`: %s.".formatted(key, each)));
        environments.addAll(overlays.keySet());
        return new Draft.Service(
                key,
                contract,
                same.size() > 1 ? "" : shown(root),
                several && !byEnvironment ? name.known() ? name.name().toString() : name.address() : "",
                overlays,
                todo);
    }

    private Map<String, Draft.Overlay> overlays(List<Path> same, Named service, boolean several) {
        Map<String, Draft.Overlay> overlays = new TreeMap<>();
        if (same.size() > 1) {
            same.forEach(root -> environmentOf(root)
                    .ifPresent(each -> overlays.put(
                            each, new Draft.Overlay(shown(root), "", several ? name(service, root, List.of()) : ""))));
        } else {
            varFiles.stream()
                    .filter(file -> belongs(file, same.getFirst()) && !loaded(file))
                    .forEach(file -> environment(name(file).replace(".tfvars", ""))
                            .or(() -> environmentOf(file))
                            .ifPresent(each -> overlays.computeIfAbsent(
                                    each, _ -> overlay(file, same.getFirst(), service, several))));
        }
        return overlays.size() > 1 ? overlays : Map.of();
    }

    private Draft.Overlay overlay(Path file, Path root, Named service, boolean several) {
        return new Draft.Overlay("", shown(file), several ? name(service, root, List.of(file)) : "");
    }

    /** What ECS calls a service in one environment; empty when the files do not tell. */
    private String name(Named service, Path root, List<Path> files) {
        return names(configurations.computeIfAbsent(
                        new Root(root, files), each -> read(each.directory(), each.files())))
                .stream()
                .filter(each -> each.address().equals(service.address()) && each.known())
                .map(each -> each.name().toString())
                .findFirst()
                .orElse("");
    }

    /** A root with the files of variables that it is read with. */
    private record Root(Path directory, List<Path> files) {}

    /** It lies at or below the root, in no other directory of Terraform, and is not for {@code terraform init}. */
    private static boolean belongs(Path file, Path root) {
        Path directory = parent(file);
        while (directory.startsWith(root) && !directory.equals(root) && !holdsTerraform(directory)) {
            directory = parent(directory);
        }
        return directory.equals(root) && !name(file).startsWith("backend");
    }

    private static boolean holdsTerraform(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.anyMatch(each -> name(each).endsWith(".tf"));
        } catch (IOException e) {
            return true;
        }
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

    /** The names that the containers of a service, or of a family, are given. */
    private Set<Name> given(Named named, Path root) {
        Configuration configuration =
                configurations.computeIfAbsent(new Root(root, List.of()), each -> read(each.directory(), each.files()));
        Set<String> definitions = configuration.services().stream()
                .filter(each -> each.address().equals(named.address()))
                .flatMap(each -> each.taskDefinitions().stream())
                .collect(Collectors.toSet());
        return configuration.taskDefinitions().stream()
                .filter(each ->
                        definitions.contains(each.address()) || each.address().equals(named.address()))
                .flatMap(each -> each.containers().stream())
                .flatMap(each -> each.entries().stream())
                .map(Entry::name)
                .collect(Collectors.toSet());
    }

    /**
     * The only contract; else the one that declares most of what the service is given. Of those that declare as much, the one whose
     * directory is named like the service, or that lies nearest to its Terraform.
     */
    private List<Path> contract(String key, Path root, Set<Name> given) {
        if (contracts.size() == 1) {
            return contracts;
        }
        Map<Path, Long> shares = new LinkedHashMap<>();
        contracts.forEach(each ->
                shares.put(each, declared(each).stream().filter(given::contains).count()));
        long most = shares.values().stream().max(Long::compare).orElse(0L);
        List<Path> likely = contracts.stream()
                .filter(each -> shares.getOrDefault(each, 0L) == most)
                .toList();
        List<Path> near = most >= TELLING && likely.size() == 1 ? likely : contract(key, root, likely);
        return near.isEmpty() && most >= TELLING
                ? likely.stream()
                        .filter(each -> Contracts.NAMES.contains(name(each)))
                        .limit(1)
                        .toList()
                : near;
    }

    private Set<Name> declared(Path contract) {
        return names.computeIfAbsent(contract, this::read);
    }

    private Set<Name> read(Path contract) {
        try {
            return Contracts.read(List.of(contract), new Directories(repository, List.of(repository)))
                    .contract()
                    .declarations()
                    .stream()
                    .map(Declaration::name)
                    .collect(Collectors.toSet());
        } catch (Misuse unreadable) {
            return Set.of();
        }
    }

    private List<Path> contract(String key, Path root, List<Path> likely) {
        List<Path> named =
                likely.stream().filter(each -> namesakes(each, key)).limit(1).toList();
        return named.isEmpty()
                ? likely.stream()
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
    private static String key(Symbolic name, Path root, boolean environments) {
        String text = name.parts().stream()
                .map(part -> part instanceof Symbolic.Part.Known(String known) ? known : "")
                .collect(Collectors.joining());
        String known = (environments ? withoutEnvironment(text) : text)
                .replaceAll("[^\\w.-]+", "-")
                .replaceAll("-{2,}", "-")
                .replaceAll("^[-._]+|[-._]+$", "");
        String directory = name(root).replaceAll("[^\\w.-]+", "-");
        return known.matches("[A-Za-z0-9].{0,99}") ? known : directory.matches("[A-Za-z0-9].*") ? directory : "service";
    }

    /** A service that is in several environments is not called after one. */
    private static String withoutEnvironment(String text) {
        return Arrays.stream(text.split("(?=[-_.])|(?<=[-_.])", -1))
                .map(part -> Conventions.NEUTRAL
                                .environment(part.toLowerCase(Locale.ROOT))
                                .isPresent()
                        ? ""
                        : part)
                .collect(Collectors.joining());
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
