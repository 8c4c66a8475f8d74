package dev.envgate.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The issues of a team in Linear, by its GraphQL API. A follow-up has the label, and its mark in the description. */
public final class LinearTracker implements Tracker {
    private static final int MOST_PAGES = 200;
    private static final int MOST_CREATES = 3;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final String LOGIN = "give a key of somebody who may write issues of the team in `LINEAR_API_KEY`.";
    private static final List<String> REFUSES_ALL =
            List.of("AUTHENTICATION_ERROR", "FORBIDDEN", "FEATURE_NOT_ACCESSIBLE", "RATELIMITED");

    private final Caller caller;
    private final Answers answers;
    private final String team;
    private final String label;
    private final List<Home> home = new ArrayList<>();

    /** {@code team} is the key that the identifiers of its issues begin with. */
    public LinearTracker(Wire wire, Time time, Duration patience, URI api, Secret key, String team, String label) {
        this.caller = new Caller(
                wire,
                time,
                patience,
                new Caller.Server(
                        "Linear",
                        api,
                        Map.of(
                                "Accept",
                                "application/json",
                                "Content-Type",
                                "application/json",
                                "User-Agent",
                                "envgate",
                                "Authorization",
                                key.value().startsWith("lin_oauth_") ? "Bearer " + key.value() : key.value()),
                        LinearTracker::limit,
                        PAUSE));
        this.answers = new Answers("Linear", key);
        this.team = team;
        this.label = label;
    }

    /** A limit comes as 400 with a code; its headers are in milliseconds, one pair for requests and one for what they cost. */
    private static Optional<Duration> limit(Reply.Answered answer, Instant now, int before) {
        if (answer.status() != 429 && !answer.text().contains("\"RATELIMITED\"")) {
            return Optional.empty();
        }
        return Limits.retryAfter(answer)
                .or(() -> Stream.of("requests", "complexity", "endpoint-requests")
                        .map(each -> "x-ratelimit-" + each)
                        .filter(each -> answer.header(each + "-remaining").equals("0"))
                        .flatMap(each -> Limits.number(answer.header(each + "-reset")).stream())
                        .max(Comparator.naturalOrder())
                        .map(reset -> Limits.until(Instant.ofEpochMilli(reset), now)))
                .or(() -> Optional.of(Limits.guess(before)));
    }

    /**
     * What has to be known of a team.
     *
     * @param label its id; empty while there is none
     * @param done the state of what was done
     * @param open the state of what is to be done
     */
    private record Home(String team, String label, String done, String open) {}

    private Outcome<Home> home() {
        if (!home.isEmpty()) {
            return new Outcome.Got<>(home.getFirst());
        }
        ObjectNode variables = Answers.object();
        variables.put("key", team);
        variables.put("label", label);
        return ask(LinearOperations.TEAM, variables, Caller.Sort.READ, "read the team")
                .then(this::home);
    }

    private Outcome<Home> home(JsonNode data) {
        Optional<JsonNode> found = nodes(data.path("teams")).findFirst();
        if (found.isEmpty()) {
            return new Outcome.Failed<>(Failure.all(
                    "Linear has no team with the key `%s` that this key may see.".formatted(team),
                    "give the letters that the identifiers of its issues begin with: `--team ENG`."));
        }
        String id = found.get().path("id").asText();
        String labelId = nodes(data.path("issueLabels"))
                .filter(each -> !each.path("isGroup").asBoolean())
                .filter(each -> each.path("team").isNull()
                        || each.path("team").path("id").asText().equals(id))
                .map(each -> each.path("id").asText())
                .findFirst()
                .orElse("");
        String done = state(found.get(), "completed");
        String open = Stream.of("unstarted", "backlog", "triage", "started")
                .map(each -> state(found.get(), each))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        if (done.isEmpty() || open.isEmpty()) {
            return new Outcome.Failed<>(Failure.all(
                    "The team `%s` of Linear has no state for what is done, or none for what is not.".formatted(team),
                    "look at the workflow of the team."));
        }
        return remembered(new Home(id, labelId, done, open));
    }

    private Outcome<Home> remembered(Home known) {
        home.clear();
        home.add(known);
        return new Outcome.Got<>(known);
    }

    private static String state(JsonNode team, String type) {
        return nodes(team.path("states"))
                .filter(each -> each.path("type").asText().equals(type))
                .min(Comparator.comparingDouble(each -> each.path("position").asDouble()))
                .map(each -> each.path("id").asText())
                .orElse("");
    }

    private static Stream<JsonNode> nodes(JsonNode connection) {
        return StreamSupport.stream(connection.path("nodes").spliterator(), false);
    }

    @Override
    public Outcome<List<Kept>> look() {
        return home().then(known -> known.label().isEmpty() ? new Outcome.Got<>(List.of()) : issues(known));
    }

    private Outcome<List<Kept>> issues(Home known) {
        List<Kept> found = new ArrayList<>();
        String after = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            ObjectNode variables = Answers.object();
            variables.put("team", known.team());
            variables.put("label", known.label());
            if (!after.isEmpty()) {
                variables.put("after", after);
            }
            Outcome<JsonNode> outcome = ask(LinearOperations.ISSUES, variables, Caller.Sort.READ, "list issues");
            switch (outcome) {
                case Outcome.Failed<JsonNode>(Failure failure) -> {
                    return new Outcome.Failed<>(failure);
                }
                case Outcome.Got<JsonNode>(JsonNode data) -> {
                    JsonNode issues = data.path("issues");
                    if (!issues.path("nodes").isArray()) {
                        return answers.unreadable();
                    }
                    nodes(issues).flatMap(each -> kept(each).stream()).forEach(found::add);
                    after = issues.path("pageInfo").path("hasNextPage").asBoolean()
                            ? issues.path("pageInfo").path("endCursor").asText("")
                            : "";
                }
            }
            if (after.isEmpty()) {
                return new Outcome.Got<>(List.copyOf(found));
            }
        }
        return new Outcome.Failed<>(Failure.all(
                "More than %d issues have the label `%s`, and not all of them were looked at."
                        .formatted(MOST_PAGES * 50, label),
                "choose a label of its own with `--label`."));
    }

    private static Optional<Kept> kept(JsonNode issue) {
        String body = issue.path("description").asText("");
        return Section.mark(Form.SHOWN, body)
                .map(mark -> new Kept(
                        issue.path("id").asText(),
                        issue.path("identifier").asText(),
                        issue.path("url").asText(""),
                        state(issue),
                        body,
                        mark,
                        !issue.path("archivedAt").isNull()
                                && !issue.path("archivedAt").isMissingNode()));
    }

    /** Who puts an issue into the bin has decided about it as well. */
    private static Kept.State state(JsonNode issue) {
        if (issue.path("trashed").asBoolean()) {
            return Kept.State.DECLINED;
        }
        return switch (issue.path("state").path("type").asText()) {
            case "completed" -> Kept.State.DONE;
            case "canceled", "duplicate" -> Kept.State.DECLINED;
            default -> Kept.State.OPEN;
        };
    }

    @Override
    public Outcome<Kept> create(String title, Section section) {
        return home().then(this::labelled).then(known -> create(known, title, section));
    }

    /** The label is made with the first follow-up. */
    private Outcome<Home> labelled(Home known) {
        if (!known.label().isEmpty()) {
            return new Outcome.Got<>(known);
        }
        ObjectNode variables = Answers.object();
        variables.putObject("input").put("name", label).put("teamId", known.team());
        return ask(LinearOperations.CREATE_LABEL, variables, Caller.Sort.ONCE, "create the label")
                .then(data -> succeeded(data.path("issueLabelCreate"), "create the label"))
                .then(done -> remembered(new Home(
                        known.team(), done.path("issueLabel").path("id").asText(), known.done(), known.open())));
    }

    /** Where no answer comes back, the issue may be there: it is looked for before another one is made. */
    private Outcome<Kept> create(Home known, String title, Section section) {
        ObjectNode variables = Answers.object();
        ObjectNode input = variables.putObject("input");
        input.put("teamId", known.team());
        input.put("title", title);
        input.put("description", section.in(""));
        input.putArray("labelIds").add(known.label());
        for (int i = 0; i < MOST_CREATES; i++) {
            Outcome<Kept> outcome = write(LinearOperations.CREATE, variables, "issueCreate", Caller.Sort.ONCE);
            if (!(outcome instanceof Outcome.Failed<Kept>(Failure failure) && failure.reach() == Failure.Reach.LOST)) {
                return outcome;
            }
            switch (issues(known)) {
                case Outcome.Failed<List<Kept>> _ -> {
                    return outcome;
                }
                case Outcome.Got<List<Kept>>(List<Kept> there) -> {
                    Optional<Kept> made = there.stream()
                            .filter(each -> each.mark()
                                    .fingerprint()
                                    .equals(section.mark().fingerprint()))
                            .findFirst();
                    if (made.isPresent()) {
                        return new Outcome.Got<>(made.get());
                    }
                }
            }
        }
        return new Outcome.Failed<>(Failure.all(
                "Linear did not answer any of %d requests to create an issue.".formatted(MOST_CREATES),
                "run it again later: what was made is found again."));
    }

    @Override
    public Outcome<Kept> update(Kept kept, Section section) {
        return update(kept, section, "");
    }

    @Override
    public Outcome<Kept> close(Kept kept, Section section, String comment) {
        return home().then(known -> update(kept, section, known.done())).then(done -> commented(done, comment));
    }

    @Override
    public Outcome<Kept> reopen(Kept kept, Section section, String comment) {
        return home().then(known -> unarchived(kept).then(_ -> update(kept, section, known.open())))
                .then(done -> commented(done, comment));
    }

    private Outcome<Kept> unarchived(Kept kept) {
        if (!kept.archived()) {
            return new Outcome.Got<>(kept);
        }
        ObjectNode variables = Answers.object();
        variables.put("id", kept.id());
        return ask(LinearOperations.UNARCHIVE, variables, Caller.Sort.REPEATABLE, "take " + kept.shown() + " out")
                .then(data -> succeeded(data.path("issueUnarchive"), "take " + kept.shown() + " out of the archive"))
                .then(_ -> new Outcome.Got<>(kept));
    }

    private Outcome<Kept> update(Kept kept, Section section, String state) {
        ObjectNode variables = Answers.object();
        variables.put("id", kept.id());
        ObjectNode input = variables.putObject("input");
        input.put("description", section.in(kept.body()));
        if (!state.isEmpty()) {
            input.put("stateId", state);
        }
        return write(LinearOperations.UPDATE, variables, "issueUpdate", Caller.Sort.REPEATABLE);
    }

    /** What was done is done, also where the words to it were lost: they would come twice if they were sent again. */
    private Outcome<Kept> commented(Kept kept, String comment) {
        ObjectNode variables = Answers.object();
        variables.putObject("input").put("issueId", kept.id()).put("body", comment);
        return ask(LinearOperations.COMMENT, variables, Caller.Sort.ONCE, "comment on " + kept.shown())
                .then(data -> succeeded(data.path("commentCreate"), "comment on " + kept.shown()))
                .<Kept>then(_ -> new Outcome.Got<>(kept))
                .unlessLost(kept);
    }

    private Outcome<Kept> write(String operation, ObjectNode variables, String field, Caller.Sort sort) {
        String what = field.equals("issueCreate") ? "create an issue" : "change an issue";
        return ask(operation, variables, sort, what)
                .then(data -> succeeded(data.path(field), what))
                .then(done -> kept(done.path("issue"))
                        .<Outcome<Kept>>map(Outcome.Got::new)
                        .orElseGet(answers::unreadable));
    }

    private Outcome<JsonNode> succeeded(JsonNode payload, String what) {
        return payload.path("success").asBoolean()
                ? new Outcome.Got<>(payload)
                : new Outcome.Failed<>(
                        new Failure(Failure.Reach.THIS, "Linear did not %s.".formatted(what), "look at the issue."));
    }

    /** The data of an answer; errors come with status 200 as well as with others. */
    private Outcome<JsonNode> ask(String operation, ObjectNode variables, Caller.Sort sort, String what) {
        ObjectNode body = Answers.object();
        body.put("query", operation);
        body.set("variables", variables);
        return caller.call("POST", caller.server().address(), Map.of(), body.toString(), sort)
                .then(answer -> data(answer, what));
    }

    private Outcome<JsonNode> data(Reply.Answered answer, String what) {
        Optional<JsonNode> json = Answers.json(answer).filter(JsonNode::isObject);
        if (json.isEmpty()) {
            return answers.unreadable();
        }
        JsonNode error = json.get().path("errors").path(0);
        if (!error.isMissingNode() || answer.status() != 200) {
            return refused(answer, error, what);
        }
        return new Outcome.Got<>(json.get().path("data"));
    }

    private Outcome<JsonNode> refused(Reply.Answered answer, JsonNode error, String what) {
        String code = error.path("extensions").path("code").asText("");
        String words = error.path("extensions")
                .path("userPresentableMessage")
                .asText(error.path("message").asText(""));
        boolean all = answer.status() == 401 || answer.status() == 403 || REFUSES_ALL.contains(code);
        return new Outcome.Failed<>(new Failure(
                all ? Failure.Reach.ALL : Failure.Reach.THIS,
                "Linear refused to %s (%s)%s."
                        .formatted(
                                what,
                                code.matches("[A-Z_]{1,40}") ? code : "HTTP " + answer.status(),
                                answers.saying(words)),
                all ? LOGIN : "look at the issue; what else there is to do was done."));
    }
}
