package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
            case "aws_caller_identity" ->
                told(resources.home(block, round), Home::account, run.identity().account(), block);
            case "aws_region" -> region(run, resources.home(block, round), block);
            default -> partition(region(run, resources.home(block, round), block), block, name);
        };
    }

    private static Optional<Value> region(Run run, Home home, Body.Block block) {
        return told(home, Home::region, run.identity().region(), block);
    }

    /** What the provider's block says, or else what the run was told; a provider of its own may mean another account or region. */
    private static Optional<Value> told(Home home, Function<Home, String> part, String ofTheRun, Body.Block block) {
        boolean own = home.open()
                || block.body().attribute("provider").isPresent()
                || !home.account().isEmpty();
        String told = part.apply(home).isEmpty() && !own ? ofTheRun : part.apply(home);
        return told.isEmpty() ? Optional.empty() : Optional.of(Run.text(told, block.header()));
    }

    private static Optional<Value> partition(Optional<Value> where, Body.Block block, String name) {
        return where.flatMap(Reason::text).map(region -> {
            String partition =
                    region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
            String suffix = partition.equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
            return Run.text(name.equals("dns_suffix") ? suffix : partition, block.header());
        });
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
