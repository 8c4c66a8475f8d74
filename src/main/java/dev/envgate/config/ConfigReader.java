package dev.envgate.config;

import dev.envgate.ledger.Environment;
import dev.envgate.policy.Suppression;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.yaml.YamlNode;
import dev.envgate.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads a configuration: all that it says, and everything in it that is not understood. */
public final class ConfigReader {
    private static final List<String> KEYS = List.of(
            "baseline",
            "classes",
            "conventions",
            "environments",
            "fail-on",
            "require-verified",
            "rules",
            "services",
            "strict",
            "suppress",
            "track",
            "version");

    private static final List<String> SERVICE_KEYS = Stream.concat(Whereabouts.KEYS.stream(), Stream.of("environments"))
            .sorted()
            .toList();
    private static final List<String> ENVIRONMENT_KEYS = Stream.concat(Whereabouts.KEYS.stream(), Stream.of("words"))
            .sorted()
            .toList();

    /** Names that can be typed as an option and stand in a report. */
    private static final String NAME = "[A-Za-z0-9][\\w.-]{0,99}";

    private final List<Problem> problems = new ArrayList<>();
    private final WhereaboutsReader whereabouts = new WhereaboutsReader(problems);

    private ConfigReader() {}

    /**
     * What was read.
     *
     * @param problems in the order of their places; when there is any, the settings are not to be used
     */
    public record Result(Settings settings, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    public static Result read(SourceFile file) {
        return switch (YamlReader.read(file)) {
            case YamlReader.Result.Refused(Problem problem) -> new Result(Settings.NONE, List.of(problem));
            case YamlReader.Result.Found(YamlNode root, List<Problem> problems)
            when !problems.isEmpty() -> new Result(Settings.NONE, problems);
            case YamlReader.Result.Found(YamlNode.Mapping root, List<Problem> _) -> new ConfigReader().root(root);
            case YamlReader.Result.Found(YamlNode root, List<Problem> _) ->
                new Result(
                        Settings.NONE,
                        List.of(new Problem(
                                root.span(),
                                "The file holds no mapping.",
                                "`envgate init` writes a configuration to begin with.")));
        };
    }

    private Result root(YamlNode.Mapping root) {
        Section section = new Section("the configuration", root, KEYS, problems);
        section.choice("version", List.of("1"));
        List<EnvironmentSettings> environments = environments(section);
        List<ServiceSettings> services = services(section, environments);
        GateSettings gate = new GateSettings(
                section.choice("fail-on", List.of("error", "warning", "note")),
                section.truth("strict"),
                section.truth("require-verified"),
                section.text("baseline"));
        Settings settings = new Settings(
                services,
                environments,
                gate,
                new GradesReader(problems).read(section),
                suppressions(section, services, environments),
                new ConventionsReader(problems)
                        .read(
                                section,
                                environments.stream()
                                        .map(EnvironmentSettings::environment)
                                        .toList()),
                new TrackReader(problems).read(section));
        problems.sort(java.util.Comparator.comparingInt(each -> each.span().start()));
        return new Result(settings, problems);
    }

    private List<EnvironmentSettings> environments(Section section) {
        List<EnvironmentSettings> environments = new ArrayList<>();
        for (YamlNode.Entry entry : section.entries("environments")) {
            section.asMapping(entry.key().text(), entry.value())
                    .map(mapping -> new Section("an environment", mapping, ENVIRONMENT_KEYS, problems))
                    .ifPresent(each -> environments.add(environment(name(entry.key()), each)));
        }
        new WordsCheck(problems).check(environments);
        return environments;
    }

    private EnvironmentSettings environment(Setting name, Section section) {
        List<String> words = Stream.concat(Stream.of(name), section.texts("words").stream())
                .map(each -> each.text().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        return new EnvironmentSettings(name, new Environment(name.text(), words), whereabouts.read(section));
    }

    private List<ServiceSettings> services(Section section, List<EnvironmentSettings> environments) {
        List<ServiceSettings> services = new ArrayList<>();
        for (YamlNode.Entry entry : section.entries("services")) {
            section.asMapping(entry.key().text(), entry.value())
                    .map(mapping -> new Section("a service", mapping, SERVICE_KEYS, problems))
                    .ifPresent(each -> services.add(service(name(entry.key()), each, environments)));
        }
        return services;
    }

    private ServiceSettings service(Setting name, Section section, List<EnvironmentSettings> environments) {
        List<String> known =
                environments.stream().map(each -> each.name().text()).toList();
        Map<String, Whereabouts> own = new LinkedHashMap<>();
        for (YamlNode.Entry entry : section.entries("environments")) {
            Setting environment = name(entry.key());
            if (!known.contains(environment.text())) {
                problems.add(Choices.problem(
                        environment, "There is no environment `%s`.".formatted(environment.text()), known));
            }
            section.asMapping(environment.text(), entry.value())
                    .map(mapping -> new Section("a service", mapping, Whereabouts.KEYS, problems))
                    .ifPresent(each -> own.put(environment.text(), whereabouts.read(each)));
        }
        return new ServiceSettings(name, whereabouts.read(section), own);
    }

    private Setting name(YamlNode.Scalar key) {
        if (!key.text().matches(NAME)) {
            problems.add(new Problem(
                    key.span(),
                    "This cannot be the name of a service or an environment.",
                    "Use letters, digits, `-`, `_` and `.`."));
        }
        return new Setting(key.text(), key.span());
    }

    private List<Suppression> suppressions(
            Section section, List<ServiceSettings> services, List<EnvironmentSettings> environments) {
        SuppressionReader reader = new SuppressionReader(problems, services, environments);
        return section.list("suppress").stream().flatMap(reader::read).toList();
    }
}
