package dev.envgate.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A team of Linear by its GraphQL API. Each request is parsed and held to the part of the published schema that stands here; what is not in
 * it is refused and remembered as a fault of the caller. Descriptions come back as Linear's editor writes them.
 */
final class LinearStandIn implements AutoCloseable {
    static final String KEY = "lin_api_plantedKeyOfLinear0123456789";

    private static final JsonMapper JSON = new JsonMapper();

    /** The fields of each type: what type they are of, empty for a leaf. */
    private static final Map<String, Map<String, String>> TYPES = Map.of(
            "query",
            Map.of("teams", "TeamConnection", "issueLabels", "IssueLabelConnection", "issues", "IssueConnection"),
            "mutation",
            Map.of(
                    "issueLabelCreate", "IssueLabelPayload",
                    "issueCreate", "IssuePayload",
                    "issueUpdate", "IssuePayload",
                    "issueUnarchive", "IssueArchivePayload",
                    "commentCreate", "CommentPayload"),
            "TeamConnection",
            Map.of("nodes", "Team"),
            "Team",
            Map.of("id", "", "key", "", "states", "WorkflowStateConnection"),
            "WorkflowStateConnection",
            Map.of("nodes", "WorkflowState"),
            "IssueLabelConnection",
            Map.of("nodes", "IssueLabel"),
            "IssueLabel",
            Map.of("id", "", "name", "", "isGroup", "", "team", "Team"),
            "IssueConnection",
            Map.of("nodes", "Issue", "pageInfo", "PageInfo"));

    private static final Map<String, Map<String, String>> MORE_TYPES = Map.of(
            "WorkflowState", Map.of("id", "", "type", "", "position", "", "name", ""),
            "PageInfo", Map.of("hasNextPage", "", "endCursor", ""),
            "Issue",
                    Map.of(
                            "id", "",
                            "identifier", "",
                            "url", "",
                            "description", "",
                            "archivedAt", "",
                            "trashed", "",
                            "title", "",
                            "state", "WorkflowState"),
            "IssueLabelPayload", Map.of("success", "", "issueLabel", "IssueLabel"),
            "IssuePayload", Map.of("success", "", "issue", "Issue"),
            "IssueArchivePayload", Map.of("success", ""),
            "CommentPayload", Map.of("success", ""));

    /** The arguments of each field that has some. */
    private static final Map<String, Set<String>> ARGUMENTS = Map.of(
            "teams", Set.of("filter", "first"),
            "states", Set.of("first"),
            "issueLabels", Set.of("filter", "first"),
            "issues", Set.of("filter", "first", "after", "includeArchived"),
            "issueLabelCreate", Set.of("input"),
            "issueCreate", Set.of("input"),
            "issueUpdate", Set.of("id", "input"),
            "issueUnarchive", Set.of("id"),
            "commentCreate", Set.of("input"));

    private static final Map<String, Set<String>> INPUTS = Map.of(
            "issueLabelCreate", Set.of("name", "teamId", "color", "description"),
            "issueCreate", Set.of("teamId", "title", "description", "labelIds", "stateId", "priority"),
            "issueUpdate", Set.of("title", "description", "stateId", "labelIds"),
            "commentCreate", Set.of("issueId", "body"));

    final List<Issue> issues = new ArrayList<>();
    final List<String> operations = new ArrayList<>();
    final List<String> comments = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    final Deque<Mischief> mischief = new ArrayDeque<>();
    boolean labelExists;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** An issue; its state is the type of its workflow state. */
    static final class Issue {
        final String id;
        final String title;
        String description;
        String state = "unstarted";
        boolean archived;
        boolean trashed;
        boolean labelled = true;

        Issue(String id, String title, String description) {
            this.id = id;
            this.title = title;
            this.description = description;
        }
    }

    /** What happens instead of an answer; true when nothing more is to be said. */
    @FunctionalInterface
    interface Mischief {
        boolean instead(HttpExchange exchange, LinearStandIn linear, JsonNode sent) throws IOException;
    }

    LinearStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/graphql", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/graphql";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    long count(String operation) {
        return operations.stream().filter(operation::equals).count();
    }

    static Mischief answer(int status, Map<String, String> headers, String body) {
        return (exchange, _, _) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body);
            return true;
        };
    }

    /** Linear's errors come in the body, with any status. */
    static Mischief error(int status, Map<String, String> headers, String code, String words) {
        return answer(
                status,
                headers,
                "{\"errors\": [{\"message\": \"%s\", \"extensions\": {\"code\": \"%s\"}}], \"data\": null}"
                        .formatted(words, code));
    }

    /** For the first request of an operation, after the work was done or instead of it. */
    static Mischief at(String operation, boolean done, Mischief other) {
        return (exchange, linear, sent) -> {
            if (!sent.path("query").asText().contains(operation)) {
                linear.mischief.addFirst(at(operation, done, other));
                return false;
            }
            if (done) {
                linear.respond(sent);
            }
            return other.instead(exchange, linear, sent);
        };
    }

    static Mischief cut() {
        return (exchange, _, _) -> {
            exchange.close();
            return true;
        };
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        JsonNode sent = JSON.readTree(exchange.getRequestBody().readAllBytes());
        if (!exchange.getRequestMethod().equals("POST")
                || !"application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"))
                || !"envgate".equals(exchange.getRequestHeaders().getFirst("User-Agent"))) {
            faults.add("the request itself");
        }
        if (!KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            error(401, Map.of(), "AUTHENTICATION_ERROR", "Authentication required")
                    .instead(exchange, this, sent);
            return;
        }
        Mischief next = mischief.poll();
        if (next == null || !next.instead(exchange, this, sent)) {
            send(exchange, 200, respond(sent).toString());
        }
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private ObjectNode respond(JsonNode sent) {
        try {
            GraphqlText.Operation operation =
                    GraphqlText.parse(sent.path("query").asText());
            JsonNode variables = sent.path("variables");
            check(operation, variables, sent);
            ObjectNode answer = JSON.createObjectNode();
            ObjectNode data = answer.putObject("data");
            for (GraphqlText.Field field : operation.fields()) {
                operations.add(field.name());
                data.set(field.name(), value(field, variables));
            }
            return answer;
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
            ObjectNode answer = JSON.createObjectNode();
            answer.putArray("errors").addObject().put("message", e.getMessage());
            return answer;
        }
    }

    private static void check(GraphqlText.Operation operation, JsonNode variables, JsonNode sent) {
        require(names(sent).equals(Set.of("query", "variables")), "the fields of the request: " + names(sent));
        require(operation.variables().keySet().containsAll(names(variables)), "a variable that is not declared");
        operation
                .variables()
                .forEach((name, type) -> require(
                        !type.endsWith("!") || variables.hasNonNull(name), "the variable " + name + " is missing"));
        operation
                .fields()
                .forEach(field ->
                        check(field, operation.sort(), operation.variables().keySet()));
    }

    private static void check(GraphqlText.Field field, String type, Set<String> variables) {
        Map<String, String> fields = TYPES.getOrDefault(type, MORE_TYPES.getOrDefault(type, Map.of()));
        require(fields.containsKey(field.name()), type + " has no field " + field.name());
        String of = fields.getOrDefault(field.name(), "");
        require(of.isEmpty() == field.fields().isEmpty(), field.name() + " has fields, or has none");
        require(
                ARGUMENTS
                        .getOrDefault(field.name(), Set.of())
                        .containsAll(field.arguments().keySet()),
                field.name() + " does not take " + field.arguments().keySet());
        field.arguments().values().forEach(each -> require(used(each, variables), "a variable that is not declared"));
        field.fields().forEach(each -> check(each, of, variables));
    }

    private static boolean used(Object argument, Set<String> variables) {
        return argument instanceof Map<?, ?> map
                ? map.values().stream().allMatch(each -> used(each, variables))
                : !argument.toString().startsWith("$")
                        || variables.contains(argument.toString().substring(1));
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private JsonNode value(GraphqlText.Field field, JsonNode variables) {
        JsonNode input = variables.path("input");
        require(
                INPUTS.getOrDefault(field.name(), Set.of()).containsAll(names(input)),
                field.name() + " takes no " + names(input));
        return switch (field.name()) {
            case "teams" -> teams(variables.path("key").asText());
            case "issueLabels" -> labels();
            case "issues" -> page(field, variables);
            case "issueLabelCreate" -> {
                require(!labelExists, "the label is there");
                labelExists = true;
                ObjectNode payload = JSON.createObjectNode().put("success", true);
                payload.putObject("issueLabel").put("id", "label-1");
                yield payload;
            }
            case "issueCreate" -> {
                require(input.path("teamId").asText().equals("team-1"), "the team");
                require(input.path("labelIds").path(0).asText().equals("label-1"), "the label");
                Issue issue = new Issue(
                        "issue-" + (issues.size() + 1),
                        input.path("title").asText(),
                        edited(input.path("description").asText()));
                issues.add(issue);
                yield payload(issue);
            }
            case "issueUpdate" -> {
                Issue issue = issue(variables.path("id").asText());
                issue.description = edited(input.path("description").asText(issue.description));
                issue.state =
                        input.path("stateId").asText("state-" + issue.state).substring("state-".length());
                yield payload(issue);
            }
            case "issueUnarchive" -> {
                issue(variables.path("id").asText()).archived = false;
                yield JSON.createObjectNode().put("success", true);
            }
            case "commentCreate" -> {
                comments.add(input.path("issueId").asText() + " "
                        + input.path("body").asText());
                yield JSON.createObjectNode().put("success", true);
            }
            default -> throw new IllegalArgumentException(field.name());
        };
    }

    /** The editor has its own signs for lists, and no comments. */
    private static String edited(String markdown) {
        return markdown.replaceAll("<!--.*?-->", "").replaceAll("(?m)^- ", "* ").strip();
    }

    private Issue issue(String id) {
        return issues.stream()
                .filter(each -> each.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no issue " + id));
    }

    private static ObjectNode teams(String key) {
        ObjectNode teams = JSON.createObjectNode();
        ArrayNode nodes = teams.putArray("nodes");
        if (key.equals("ENG")) {
            ArrayNode states =
                    nodes.addObject().put("id", "team-1").putObject("states").putArray("nodes");
            int position = 0;
            for (String type : List.of("completed", "backlog", "unstarted", "started", "canceled", "duplicate")) {
                states.addObject().put("id", "state-" + type).put("type", type).put("position", position++);
                states.addObject().put("id", "later-" + type).put("type", type).put("position", 100 + position);
            }
        }
        return teams;
    }

    private ObjectNode labels() {
        ObjectNode labels = JSON.createObjectNode();
        ArrayNode nodes = labels.putArray("nodes");
        nodes.addObject()
                .put("id", "label-of-others")
                .put("isGroup", false)
                .putObject("team")
                .put("id", "team-2");
        nodes.addObject().put("id", "group").put("isGroup", true).putNull("team");
        if (labelExists) {
            nodes.addObject()
                    .put("id", "label-1")
                    .put("isGroup", false)
                    .putObject("team")
                    .put("id", "team-1");
        }
        return labels;
    }

    private ObjectNode page(GraphqlText.Field field, JsonNode variables) {
        require(variables.path("team").asText().equals("team-1"), "the team");
        require(variables.path("label").asText().equals("label-1"), "the label");
        int first =
                Integer.parseInt(field.arguments().getOrDefault("first", "50").toString());
        require(first <= 250, "a page that is too large");
        int from = Integer.parseInt(variables.path("after").asText("0"));
        boolean archived = "true".equals(field.arguments().get("includeArchived"));
        List<Issue> found = issues.stream()
                .filter(each -> each.labelled && (archived || !each.archived))
                .toList();
        ObjectNode page = JSON.createObjectNode();
        ArrayNode nodes = page.putArray("nodes");
        found.stream().skip(from).limit(first).forEach(each -> nodes.add(json(each)));
        page.putObject("pageInfo")
                .put("hasNextPage", from + first < found.size())
                .put("endCursor", String.valueOf(from + first));
        return page;
    }

    private static ObjectNode payload(Issue issue) {
        ObjectNode payload = JSON.createObjectNode().put("success", true);
        payload.set("issue", json(issue));
        return payload;
    }

    private static ObjectNode json(Issue issue) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", issue.id).put("identifier", issue.id.replace("issue-", "ENG-"));
        json.put("url", "https://linear.app/shop/issue/" + issue.id).put("description", issue.description);
        json.put("trashed", issue.trashed);
        if (issue.archived) {
            json.put("archivedAt", "2026-11-01T00:00:00.000Z");
        } else {
            json.putNull("archivedAt");
        }
        json.putObject("state").put("type", issue.state);
        return json;
    }
}
