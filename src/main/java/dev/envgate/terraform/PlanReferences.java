package dev.envgate.terraform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows what a plan's {@code configuration} says of an argument to the resources behind it: through arguments of modules and their
 * outputs. A local is named there and not told, so the way ends at it.
 */
final class PlanReferences {
    private static final int LONGEST = 20;
    private static final int SHOWN = 3;
    private static final String KEY = "(\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|[0-9]+)\\])?";
    private static final Pattern MODULE = Pattern.compile("module\\.([\\w-]+)" + KEY + "\\.([\\w-]+).*");
    private static final Pattern RESOURCE =
            Pattern.compile("([A-Za-z]\\w*_\\w+\\.[\\w-]+)" + KEY + "(?:\\.([\\w-]+).*)?");

    private final Map<String, List<Planned>> byBlock = new HashMap<>();

    PlanReferences(List<Planned> resources) {
        resources.forEach(each -> byBlock.computeIfAbsent(each.module().address(each.inside()), _ -> new ArrayList<>())
                .add(each));
    }

    /** A resource that was led to, and what is asked of it; empty for the whole. */
    private record Target(Planned resource, String attribute) {}

    /** The resources of a type that an argument refers to. */
    List<Planned> of(Planned resource, String argument, String type) {
        return targets(resource, argument)
                .map(Target::resource)
                .filter(each -> each.type().equals(type))
                .distinct()
                .toList();
    }

    /** Why an argument is not known: half a sentence that can follow "not known:". */
    String why(Planned resource, String argument) {
        Set<String> causes = targets(resource, argument)
                .filter(target -> target.resource().knownLater(target.attribute()))
                .map(target -> "`" + target.resource().address() + "." + target.attribute() + "`")
                .collect(Collectors.toCollection(LinkedHashSet::new));
        String own = "`%s` of `%s`".formatted(argument, resource.address());
        return causes.isEmpty()
                ? own + " is known only after apply"
                : own + " depends on " + listed(List.copyOf(causes)) + ", known only after apply";
    }

    private static String listed(List<String> causes) {
        String shown = String.join(", ", causes.subList(0, Math.min(SHOWN, causes.size())));
        return causes.size() > SHOWN ? shown + " and " + (causes.size() - SHOWN) + " more" : shown;
    }

    private Stream<Target> targets(Planned resource, String argument) {
        LinkedHashSet<Target> found = new LinkedHashSet<>();
        follow(resource.module(), resource.module().references(resource.inside(), argument), found, 0);
        return found.stream();
    }

    private void follow(PlannedModule module, List<String> references, Set<Target> found, int steps) {
        if (steps < LONGEST) {
            mostExact(references).forEach(each -> follow(module, each, found, steps + 1));
        }
    }

    /** Terraform lists {@code a.b[0].c}, then {@code a.b[0]}, then {@code a.b}: one place in an expression. */
    private static List<String> mostExact(List<String> references) {
        List<String> exact = new ArrayList<>();
        for (String reference : references) {
            if (exact.isEmpty() || !isPartOf(reference, exact.getLast())) {
                exact.add(reference);
            }
        }
        return exact;
    }

    private static boolean isPartOf(String reference, String longer) {
        return longer.startsWith(reference + ".") || longer.startsWith(reference + "[");
    }

    private void follow(PlannedModule module, String reference, Set<Target> found, int steps) {
        Matcher output = MODULE.matcher(reference);
        Matcher resource = RESOURCE.matcher(reference);
        if (reference.startsWith("var.")) {
            String name = reference.substring("var.".length()).split("[.\\[]", 2)[0];
            module.caller().ifPresent(caller -> follow(caller, module.given(name), found, steps));
        } else if (output.matches()) {
            PlannedModule child = module.child(output.group(1), orEmpty(output.group(2)));
            follow(child, child.output(output.group(3)), found, steps);
        } else if (resource.matches()) {
            instances(module, resource.group(1), orEmpty(resource.group(2)))
                    .forEach(each -> found.add(new Target(each, orEmpty(resource.group(3)))));
        }
    }

    /** The instance with the key, or all where no key is told. */
    private Stream<Planned> instances(PlannedModule module, String inside, String key) {
        List<Planned> all = byBlock.getOrDefault(module.address(inside), List.of());
        Optional<Planned> exact = all.stream()
                .filter(each -> each.address().equals(module.address(inside) + key))
                .findFirst();
        return exact.isPresent() ? exact.stream() : all.stream();
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
