package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The operation of SSM that ECS itself uses, and the list of parameters. */
final class Ssm {
    static final Map<String, Operation> OPERATIONS =
            Map.of("ssm:GetParameters", Ssm::getParameters, "ssm:DescribeParameters", Ssm::describeParameters);

    /** A name, and after it the version or label that is asked for. */
    private static final Pattern SELECTED =
            Pattern.compile("(?<name>(?:arn(?::[^:]*){4}:parameter)?[^:]*)(?<selector>:.+)?");

    private Ssm() {}

    private static ObjectNode getParameters(World world, Call call) {
        List<String> names = call.texts("Names");
        if (names.isEmpty() || names.size() > 10) {
            throw new Refusal("ValidationException", "Between 1 and 10 names can be asked for.");
        }
        ObjectNode answer = World.object();
        ArrayNode found = answer.putArray("Parameters");
        ArrayNode invalid = answer.putArray("InvalidParameters");
        boolean decrypt = call.input().path("WithDecryption").asBoolean();
        if (!decrypt && names.stream().anyMatch(name -> name.contains("/aws/reference/secretsmanager/"))) {
            throw new Refusal(
                    "ValidationException", "WithDecryption flag must be True for retrieving a Secret Manager secret.");
        }
        for (String name : names) {
            find(world, call.region(), name, decrypt).ifPresentOrElse(found::add, () -> invalid.add(name));
        }
        return answer;
    }

    /** Without any value, as AWS lists them; of the filters only the beginning of the name is known. */
    private static ObjectNode describeParameters(World world, Call call) {
        List<String> names = world.parameters()
                .filter(_ -> call.region().equals(world.region()))
                .map(each -> each.path("name").asText())
                .filter(name -> isListed(name, call))
                .toList();
        Page page = Page.of(names, call, "MaxResults", "NextToken", world.page(50));
        ObjectNode answer = World.object();
        ArrayNode list = answer.putArray("Parameters");
        page.items().forEach(name -> list.addObject().put("Name", name));
        return page.addToken(answer, "NextToken");
    }

    private static boolean isListed(String name, Call call) {
        return call.input()
                .path("ParameterFilters")
                .valueStream()
                .allMatch(filter -> filter.path("Key").asText().equals("Name")
                        && filter.path("Option").asText().equals("BeginsWith")
                        && filter.path("Values").valueStream().anyMatch(prefix -> name.startsWith(prefix.asText())));
    }

    private static Optional<ObjectNode> find(World world, String region, String asked, boolean decrypt) {
        Matcher parts = SELECTED.matcher(asked);
        if (!parts.matches() || !region.equals(world.region())) {
            return Optional.empty();
        }
        String selector = Optional.ofNullable(parts.group("selector")).orElse("");
        return world.parameters()
                .filter(each -> isMeant(world, each, parts.group("name")) && selects(each, selector))
                .findFirst()
                .map(each -> parameter(world, each, selector, decrypt));
    }

    private static boolean isMeant(World world, JsonNode parameter, String nameOrArn) {
        String name = parameter.path("name").asText();
        return nameOrArn.equals(name) || (nameOrArn.endsWith(name) && nameOrArn.equals(arn(world, name)));
    }

    private static boolean selects(JsonNode parameter, String selector) {
        return selector.isEmpty()
                || selector.equals(":" + parameter.path("version").asInt(1))
                || parameter.path("labels").valueStream().anyMatch(label -> selector.equals(":" + label.asText()));
    }

    private static ObjectNode parameter(World world, JsonNode written, String selector, boolean decrypt) {
        boolean hidden = written.path("type").asText().equals("SecureString") && !decrypt;
        String name = written.path("name").asText();
        ObjectNode parameter = World.object()
                .put("Name", name)
                .put("Type", written.path("type").asText("String"))
                .put("Value", hidden ? "AQICAHencrypted" : written.path("value").asText())
                .put("Version", written.path("version").asInt(1))
                .put("ARN", arn(world, name));
        written.optional("modifiedDate").ifPresent(date -> parameter.set("LastModifiedDate", date));
        return selector.isEmpty() ? parameter : parameter.put("Selector", selector);
    }

    private static String arn(World world, String name) {
        return "arn:aws:ssm:" + world.region() + ":" + world.account() + ":parameter"
                + (name.startsWith("/") ? "" : "/") + name;
    }
}
