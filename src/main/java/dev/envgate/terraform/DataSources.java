package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers for the data sources whose answer does not depend on the world, or whose answer the run was told. */
final class DataSources {
    private static final Map<String, List<String>> ANSWERED = Map.of(
            "template_file", List.of("rendered"),
            "aws_iam_policy_document", List.of("json", "minified_json"),
            "aws_caller_identity", List.of("account_id", "id"),
            "aws_region", List.of("name", "region", "id"),
            "aws_partition", List.of("partition", "id", "dns_suffix"));

    private DataSources() {}

    /** The attributes of a block that have a value: those that it sets, its blocks by type, and those that can be answered. */
    static Set<String> names(Body.Block block) {
        Set<String> names = new LinkedHashSet<>();
        block.body().attributes().forEach(attribute -> names.add(attribute.name()));
        names.addAll(NestedBlocks.types(block.body()));
        if (block.type().equals("data")) {
            names.addAll(ANSWERED.getOrDefault(block.labels().getFirst().text(), List.of()));
        }
        return names;
    }

    /** The value of an attribute; empty when the block or nobody says it. */
    static Optional<Value> answer(Run run, Resources resources, Body.Block block, Round round, String name) {
        String type = block.labels().getFirst().text();
        if (!block.type().equals("data")
                || !ANSWERED.getOrDefault(type, List.of()).contains(name)) {
            return Optional.empty();
        }
        return switch (type) {
            case "template_file" -> rendered(run, resources, block, round);
            case "aws_iam_policy_document" ->
                Optional.of(new PolicyDocument(run, resources, block, round).json(name.equals("minified_json")));
            case "aws_caller_identity" -> told(run.identity().account(), block);
            case "aws_region" -> told(run.identity().region(), block);
            default -> partition(run, block, name);
        };
    }

    /** A provider of its own may mean another account or region. */
    private static Optional<Value> told(String text, Body.Block block) {
        return text.isEmpty() || block.body().attribute("provider").isPresent()
                ? Optional.empty()
                : Optional.of(Run.text(text, block.header()));
    }

    private static Optional<Value> partition(Run run, Body.Block block, String name) {
        String region = run.identity().region();
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        String suffix = partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
        return region.isEmpty() ? Optional.empty() : told(name.equals("dns_suffix") ? suffix : partition, block);
    }

    private static Optional<Value> rendered(Run run, Resources resources, Body.Block block, Round round) {
        return resources
                .written(block, round, "template")
                .map(template -> new TemplateFile(
                                run,
                                resources.written(block, round, "vars"),
                                resources.scope(round).module())
                        .rendered(template, block.header()));
    }
}
