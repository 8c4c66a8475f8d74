package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.HclParser;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Stands in for public modules that many use and that are often not on disk. What such a module makes of its arguments is told in
 * Terraform's own language, as far as containers need it.
 */
final class StandIns {
    private static final List<Known> KNOWN = List.of(
            new Known("cloudposse-ecs-container-definition", List.of("cloudposse", "ecs-container-definition")),
            new Known("cloudposse-label-null", List.of("cloudposse/label/null")),
            new Known("cloudposse-label-null", List.of("cloudposse/terraform-null-label")),
            new Known("cloudposse-ecs-alb-service-task", List.of("cloudposse", "ecs-alb-service-task")),
            new Known(
                    "terraform-aws-modules-ecs-container-definition",
                    List.of("terraform-aws-modules/", "ecs", "//modules/container-definition")),
            new Known(
                    "terraform-aws-modules-ecs-service", List.of("terraform-aws-modules/", "ecs", "//modules/service")),
            new Known("terraform-aws-modules-ecs", List.of("terraform-aws-modules/ecs/aws")),
            new Known("terraform-aws-modules-ecs", List.of("terraform-aws-modules/terraform-aws-ecs")));

    private final Map<String, Module> loaded = new HashMap<>();

    /** A module that is known, and the words that its source has in one of its spellings. */
    private record Known(String name, List<String> words) {
        boolean isIn(String source) {
            boolean other = source.contains("//modules/") && words.stream().noneMatch(word -> word.startsWith("//"));
            return !other && words.stream().allMatch(source::contains);
        }
    }

    /**
     * The stand-in for a module.
     *
     * @param source as the call gives it
     * @param version the version constraint of the call, empty where there is none
     */
    Optional<Module> find(String source, String version) {
        String lower = source.toLowerCase(Locale.ROOT);
        Release release = Release.of(source, version);
        return KNOWN.stream()
                .filter(known -> known.isIn(lower))
                .findFirst()
                .map(known -> loaded.computeIfAbsent(
                        known.name() + "@" + release.number(), _ -> load(known.name(), release)));
    }

    /** In a stand-in, {@code local.own_release} is the release that is called. */
    private static Module load(String name, Release release) {
        Declarations declarations = new Declarations(new Problems());
        declarations.add(body(name, text(name + ".tf")));
        declarations.add(body(name, "locals {\n  own_release = %d\n}\n".formatted(release.number())));
        return declarations.module(Path.of("stand-in", name), true);
    }

    private static Body body(String name, String text) {
        return HclParser.parseFile(new SourceFile(name, text)).value();
    }

    private static String text(String file) {
        try (InputStream stream = StandIns.class.getResourceAsStream("standins/" + file)) {
            if (stream == null) {
                throw new IllegalStateException(file + " is missing from the program");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
