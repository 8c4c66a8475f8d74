package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.text.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers the declarations of a module's files, first those of the ordinary files, then those of the override files. */
final class Declarations {
    private static final Map<String, String> PREFIXES = Map.of(
            "variable",
            "var.",
            "output",
            "output.",
            "module",
            "module.",
            "data",
            "data.",
            "resource",
            "",
            "provider",
            "provider.");
    private static final Set<String> PAIRS = Set.of("data", "resource");

    private final Problems problems;
    private final Map<String, Body.Attribute> locals = new LinkedHashMap<>();
    private final Map<String, Body.Block> blocks = new LinkedHashMap<>();

    Declarations(Problems problems) {
        this.problems = problems;
    }

    Module module(Path directory, boolean standIn) {
        Map<String, List<String>> addresses = new HashMap<>();
        blocks.forEach((address, block) ->
                addresses.computeIfAbsent(kind(block), _ -> new ArrayList<>()).add(address));
        return new Module(directory, standIn, locals, blocks, addresses);
    }

    private static String kind(Body.Block block) {
        return block.type().equals("resource") ? block.labels().getFirst().text() : block.type();
    }

    void add(Body file) {
        for (Body.Block block : file.blocks()) {
            if (block.type().equals("locals")) {
                block.body().attributes().forEach(this::addLocal);
            } else if (addressable(block)) {
                addBlock(block);
            }
        }
    }

    private void addLocal(Body.Attribute local) {
        Body.Attribute earlier = locals.putIfAbsent(local.name(), local);
        if (earlier != null) {
            twice("local." + local.name(), local.nameSpan(), earlier.nameSpan());
        }
    }

    private void addBlock(Body.Block block) {
        String address = address(block);
        Body.Block earlier = blocks.putIfAbsent(address, block);
        if (earlier != null) {
            twice(address, block.header(), earlier.header());
        }
    }

    private void twice(String address, Span second, Span first) {
        problems.add(
                second,
                "`%s` is declared twice.".formatted(address),
                "Remove one; the other stands at %s.".formatted(first));
    }

    void override(Body file) {
        for (Body.Block block : file.blocks()) {
            if (block.type().equals("locals")) {
                block.body().attributes().forEach(local -> locals.put(local.name(), local));
            } else if (addressable(block)) {
                blocks.merge(address(block), block, Declarations::merged);
            }
        }
    }

    /** Attributes replace attributes of their name, nested blocks replace all those of their type; {@code lifecycle} is merged itself. */
    private static Body.Block merged(Body.Block base, Body.Block over) {
        Map<String, Body.Attribute> attributes = new LinkedHashMap<>();
        base.body().attributes().forEach(each -> attributes.put(each.name(), each));
        over.body().attributes().forEach(each -> attributes.put(each.name(), each));
        List<Body.Block> nested = new ArrayList<>();
        base.body().blocks().stream()
                .filter(each -> over.body().blocks(each.type()).findAny().isEmpty())
                .forEach(nested::add);
        over.body().blocks().stream().map(each -> mergedLifecycle(base, each)).forEach(nested::add);
        return new Body.Block(
                base.type(),
                base.labels(),
                new Body(
                        List.copyOf(attributes.values()),
                        nested,
                        base.body().span(),
                        base.body().json()),
                base.header());
    }

    private static Body.Block mergedLifecycle(Body.Block base, Body.Block nested) {
        return nested.type().equals("lifecycle")
                ? base.body()
                        .blocks("lifecycle")
                        .findFirst()
                        .map(each -> merged(each, nested))
                        .orElse(nested)
                : nested;
    }

    private static boolean addressable(Body.Block block) {
        return PREFIXES.containsKey(block.type()) && block.labels().size() == (PAIRS.contains(block.type()) ? 2 : 1);
    }

    /** By which a block of a module is known in it. */
    static String address(Body.Block block) {
        String first = PREFIXES.get(block.type()) + block.labels().getFirst().text();
        if (block.type().equals("provider")) {
            return first + alias(block);
        }
        return block.labels().size() == 1
                ? first
                : first + "." + block.labels().getLast().text();
    }

    /** A provider may be configured several times, all but one of them under an alias. */
    private static String alias(Body.Block provider) {
        return provider.body()
                .attribute("alias")
                .map(alias -> "." + alias.value().span().text().replace("\"", ""))
                .orElse("");
    }
}
