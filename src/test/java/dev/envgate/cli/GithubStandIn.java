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
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The issues of one repository as GitHub's REST API has them, in the version 2022-11-28. It is strict: what the reference does not name is
 * refused and remembered as a fault of the caller.
 */
final class GithubStandIn implements AutoCloseable {
    static final String TOKEN = "ghp_plantedTokenOfGithub0123456789abcdef";
    static final String REPOSITORY = "shop/web";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> LIST = Set.of(
            "milestone",
            "state",
            "assignee",
            "creator",
            "mentioned",
            "labels",
            "sort",
            "direction",
            "since",
            "per_page",
            "page");
    private static final Set<String> CREATE = Set.of("title", "body", "assignee", "milestone", "labels", "assignees");
    private static final Set<String> UPDATE =
            Set.of("title", "body", "assignee", "state", "state_reason", "milestone", "labels", "assignees");

    final List<Issue> issues = new ArrayList<>();
    final List<String> requests = new ArrayList<>();
    final List<String> comments = new ArrayList<>();
    final List<String> faults = new ArrayList<>();
    final Deque<Mischief> mischief = new ArrayDeque<>();
    final CountDownLatch released = new CountDownLatch(1);
    boolean dropsLabels;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;

    /** An issue, or a pull request, which the same list has. */
    static final class Issue {
        final int number;
        String title;
        String body;
        String state = "open";
        String reason = "";
        boolean pull;
        final List<String> labels = new ArrayList<>();

        Issue(int number, String title, String body) {
            this.number = number;
            this.title = title;
            this.body = body;
        }
    }

    /** What happens instead of an answer, or after the work was done; true when there is nothing more to be answered. */
    @FunctionalInterface
    interface Mischief {
        boolean instead(HttpExchange exchange, GithubStandIn github, byte[] body) throws IOException;
    }

    GithubStandIn() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v3";
    }

    /** A repository whose follow-ups are here. */
    Tracked tracked(Path directory, QuickTime time) {
        return new Tracked(
                directory,
                time,
                List.of("github", "--repository", REPOSITORY),
                Map.of("GITHUB_API_URL", api(), "GITHUB_TOKEN", TOKEN),
                List.of(TOKEN, "Authorization"));
    }

    @Override
    public void close() {
        released.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    Issue issue(String title, String body, String... labels) {
        Issue issue = new Issue(issues.size() + 1, title, body);
        issue.labels.addAll(Arrays.asList(labels));
        issues.add(issue);
        return issue;
    }

    long writes() {
        return requests.stream().filter(each -> !each.startsWith("GET")).count();
    }

    static Mischief answer(int status, Map<String, String> headers, String body) {
        return (exchange, _, _) -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            send(exchange, status, body);
            return true;
        };
    }

    /** The work is done, and nobody hears of it. */
    static Mischief lost() {
        return (exchange, github, body) -> {
            github.answer(exchange, body, true);
            exchange.close();
            return true;
        };
    }

    /** The work is done, and the answer is not that of GitHub but of what stands before it. */
    static Mischief doneAnd(int status) {
        return (exchange, github, body) -> {
            github.answer(exchange, body, true);
            send(exchange, status, "<html>Unicorn!</html>");
            return true;
        };
    }

    /** The work is not done, and the connection ends. */
    static Mischief cut() {
        return (exchange, _, _) -> {
            exchange.close();
            return true;
        };
    }

    static Mischief hang() {
        return (exchange, github, _) -> {
            try {
                github.released.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
            return true;
        };
    }

    /** For the first request that writes; those that read are answered before. */
    static Mischief atWrite(Mischief other) {
        return (exchange, github, body) -> {
            if (exchange.getRequestMethod().equals("GET")) {
                github.mischief.addFirst(atWrite(other));
                return false;
            }
            return other.instead(exchange, github, body);
        };
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        Mischief next = mischief.poll();
        if (next == null || !next.instead(exchange, this, body)) {
            answer(exchange, body, false);
        }
    }

    private void answer(HttpExchange exchange, byte[] body, boolean silent) throws IOException {
        Response response = respond(exchange, body);
        if (!silent) {
            response.headers().forEach(exchange.getResponseHeaders()::set);
            send(exchange, response.status(), response.body());
        }
    }

    private record Response(int status, Map<String, String> headers, String body) {
        Response(int status, JsonNode body) {
            this(status, Map.of("Content-Type", "application/json; charset=utf-8"), body.toString());
        }
    }

    private Response fault(int status, String words) {
        faults.add(words);
        return new Response(status, JSON.createObjectNode().put("message", words));
    }

    private Response respond(HttpExchange exchange, byte[] body) throws IOException {
        if (!("Bearer " + TOKEN).equals(header(exchange, "Authorization"))) {
            return new Response(401, JSON.createObjectNode().put("message", "Bad credentials"));
        }
        if (!"application/vnd.github+json".equals(header(exchange, "Accept"))) {
            return fault(415, "Accept");
        }
        if (!"2022-11-28".equals(header(exchange, "X-GitHub-Api-Version"))) {
            return fault(400, "X-GitHub-Api-Version");
        }
        if (!header(exchange, "User-Agent").equals("envgate")) {
            return fault(
                    403,
                    "Request forbidden by administrative rules. Please make sure your request has a User-Agent header");
        }
        String path = exchange.getRequestURI().getPath();
        String list = "/api/v3/repos/" + REPOSITORY + "/issues";
        if (!path.startsWith(list)) {
            return new Response(404, JSON.createObjectNode().put("message", "Not Found"));
        }
        String rest = path.substring(list.length());
        String method = exchange.getRequestMethod();
        if (method.equals("GET") && rest.isEmpty()) {
            return body.length == 0 ? list(query(exchange)) : fault(400, "a GET with a body");
        }
        if (!"application/json".equals(header(exchange, "Content-Type"))) {
            return fault(415, "Content-Type");
        }
        JsonNode sent = JSON.readTree(body);
        if (method.equals("POST") && rest.isEmpty()) {
            return create(sent);
        }
        if (method.equals("PATCH") && rest.matches("/\\d+")) {
            return update(Integer.parseInt(rest.substring(1)), sent);
        }
        if (method.equals("POST") && rest.matches("/\\d+/comments")) {
            return comment(rest, sent);
        }
        return fault(404, "no such endpoint: " + method + " " + path);
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> query = new HashMap<>();
        for (String each : exchange.getRequestURI().getRawQuery().split("&", -1)) {
            String[] pair = each.split("=", 2);
            query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return query;
    }

    private Response list(Map<String, String> query) {
        int size = Integer.parseInt(query.getOrDefault("per_page", "30"));
        int page = Integer.parseInt(query.getOrDefault("page", "1"));
        if (!LIST.containsAll(query.keySet())
                || size > 100
                || !Set.of("open", "closed", "all").contains(query.getOrDefault("state", "open"))
                || !Set.of("created", "updated", "comments").contains(query.getOrDefault("sort", "created"))
                || !Set.of("asc", "desc").contains(query.getOrDefault("direction", "desc"))) {
            return fault(422, "Validation Failed: " + query);
        }
        List<Issue> found = new ArrayList<>(issues.stream()
                .filter(each -> query.getOrDefault("state", "open").equals("all")
                        || each.state.equals(query.getOrDefault("state", "open")))
                .filter(each -> each.labels.containsAll(
                        Arrays.asList(query.getOrDefault("labels", "").split(",", -1))))
                .toList());
        if (query.getOrDefault("direction", "desc").equals("desc")) {
            found = found.reversed();
        }
        ArrayNode answer = JSON.createArrayNode();
        found.stream().skip((long) (page - 1) * size).limit(size).forEach(each -> answer.add(json(each)));
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "application/json; charset=utf-8"));
        if ((long) page * size < found.size()) {
            Map<String, String> next = new HashMap<>(query);
            next.put("page", String.valueOf(page + 1));
            StringBuilder link = new StringBuilder();
            next.forEach((key, value) -> link.append(link.isEmpty() ? "" : "&")
                    .append(key)
                    .append('=')
                    .append(value.replace(" ", "%20")));
            String base = api() + "/repos/" + REPOSITORY + "/issues?";
            headers.put("Link", "<" + base + "page=1>; rel=\"first\", <" + base + link + ">; rel=\"next\"");
        }
        return new Response(200, headers, answer.toString());
    }

    private static ObjectNode json(Issue issue) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", 1000 + issue.number).put("number", issue.number).put("title", issue.title);
        json.put("html_url", "https://github.com/" + REPOSITORY + "/issues/" + issue.number);
        json.put("state", issue.state);
        if (issue.reason.isEmpty()) {
            json.putNull("state_reason");
        } else {
            json.put("state_reason", issue.reason);
        }
        if (issue.body.isEmpty()) {
            json.putNull("body");
        } else {
            json.put("body", issue.body);
        }
        ArrayNode labels = json.putArray("labels");
        issue.labels.forEach(each -> labels.addObject().put("id", 7).put("name", each));
        if (issue.pull) {
            json.putObject("pull_request").put("url", "https://api.github.com/repos/" + REPOSITORY + "/pulls/1");
        }
        return json;
    }

    private static Set<String> names(JsonNode sent) {
        Set<String> names = new HashSet<>();
        sent.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Response create(JsonNode sent) {
        if (!sent.path("title").isTextual() || !CREATE.containsAll(names(sent)) || tooLong(sent)) {
            return fault(422, "Validation Failed: " + names(sent));
        }
        Issue issue = issue(sent.path("title").asText(), sent.path("body").asText(""));
        if (!dropsLabels) {
            sent.path("labels").forEach(each -> issue.labels.add(each.asText()));
        }
        return new Response(201, json(issue));
    }

    private static boolean tooLong(JsonNode sent) {
        return sent.path("title").asText().length() > 256
                || sent.path("body").asText().length() > 65_536;
    }

    private Response update(int number, JsonNode sent) {
        if (!UPDATE.containsAll(names(sent)) || tooLong(sent)) {
            return fault(422, "Validation Failed: " + names(sent));
        }
        if (number > issues.size()) {
            return new Response(404, JSON.createObjectNode().put("message", "Not Found"));
        }
        Issue issue = issues.get(number - 1);
        issue.body = sent.path("body").asText(issue.body);
        issue.title = sent.path("title").asText(issue.title);
        String state = sent.path("state").asText(issue.state);
        String reason = sent.path("state_reason").asText("");
        if (!Set.of("open", "closed").contains(state)
                || !Set.of("", "completed", "not_planned", "duplicate", "reopened")
                        .contains(reason)) {
            return fault(422, "Validation Failed: " + state + " " + reason);
        }
        issue.state = state;
        issue.reason = reason.isEmpty() ? issue.reason : reason;
        return new Response(200, json(issue));
    }

    private Response comment(String rest, JsonNode sent) {
        if (!names(sent).equals(Set.of("body")) || !sent.path("body").isTextual()) {
            return fault(422, "Validation Failed: " + names(sent));
        }
        comments.add(rest.replaceAll("\\D", "") + " " + sent.path("body").asText());
        return new Response(201, JSON.createObjectNode().put("id", comments.size()));
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
