package dev.envgate.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The issues of a repository on GitHub, by its REST API of the version 2022-11-28. A follow-up has the label, and its mark in the body; the
 * search API is not asked, because it knows of an issue only some time after it was made.
 */
public final class GithubTracker implements Tracker {
    private static final int MOST_PAGES = 200;
    private static final int MOST_CREATES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Pattern NEXT = Pattern.compile("<([^<>]{1,2000})>\\s*;[^<]*\\brel=\"?next\\b");
    private static final String LOGIN =
            "give a token that may read and write issues: `permissions: issues: write` of a workflow, or `repo` of a classic token.";

    private final Caller caller;
    private final Answers answers;
    private final String home;
    private final String issues;
    private final String repository;
    private final String label;
    private boolean takesLabels;

    /**
     * {@code api} is the address of the API without a slash at its end, {@code repository} is {@code owner/name}.
     */
    public GithubTracker(
            Wire wire, Time time, Duration patience, URI api, Secret token, String repository, String label) {
        this.caller = new Caller(
                wire,
                time,
                patience,
                new Caller.Server(
                        "GitHub",
                        api,
                        Map.of(
                                "Accept",
                                "application/vnd.github+json",
                                "X-GitHub-Api-Version",
                                "2022-11-28",
                                "User-Agent",
                                "envgate",
                                "Authorization",
                                "Bearer " + token.value()),
                        GithubTracker::limit,
                        PAUSE));
        this.answers = new Answers("GitHub", token);
        this.home = api + "/repos/" + repository;
        this.issues = home + "/issues";
        this.repository = repository;
        this.label = label;
    }

    /** Both limits come as 403 or as 429; the second one often says nothing but that it is one. */
    private static Optional<Duration> limit(Reply.Answered answer, Instant now, int before) {
        if (answer.status() != 403 && answer.status() != 429) {
            return Optional.empty();
        }
        return Limits.retryAfter(answer)
                .or(() -> answer.header("x-ratelimit-remaining").equals("0")
                        ? Limits.number(answer.header("x-ratelimit-reset"))
                                .map(reset -> Limits.until(Instant.ofEpochSecond(reset), now))
                        : Optional.empty())
                .or(() -> answer.status() == 429 || answer.text().contains("rate limit")
                        ? Optional.of(Limits.guess(before))
                        : Optional.empty());
    }

    @Override
    public Outcome<List<Kept>> look() {
        List<Kept> found = new ArrayList<>();
        String next = list("asc");
        for (int page = 0; page < MOST_PAGES; page++) {
            Outcome<Page> outcome = page(next);
            switch (outcome) {
                case Outcome.Failed<Page>(Failure failure) -> {
                    return new Outcome.Failed<>(failure);
                }
                case Outcome.Got<Page>(Page got) -> {
                    found.addAll(got.kept());
                    next = got.next();
                }
            }
            if (next.isEmpty()) {
                return new Outcome.Got<>(List.copyOf(found));
            }
        }
        return new Outcome.Failed<>(Failure.all(
                "More than %d issues have the label `%s`, and not all of them were looked at."
                        .formatted(MOST_PAGES * 100, label),
                "choose a label of its own with `--label`."));
    }

    private String list(String direction) {
        return issues + "?labels="
                + URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20")
                + "&state=all&sort=created&direction=" + direction + "&per_page=100";
    }

    /** Some of the issues, and the address of the next ones; empty behind the last. */
    private record Page(List<Kept> kept, String next) {}

    private Outcome<Page> page(String address) {
        return caller.call("GET", URI.create(address), Map.of(), "", Caller.Sort.READ)
                .then(answer -> answer.status() == 200 ? read(answer) : refused(answer, "list issues"));
    }

    private Outcome<Page> read(Reply.Answered answer) {
        Optional<JsonNode> json = Answers.json(answer).filter(JsonNode::isArray);
        if (json.isEmpty()) {
            return answers.unreadable();
        }
        Matcher next = NEXT.matcher(answer.header("link"));
        String address = next.find() ? next.group(1) : "";
        if (!address.isEmpty() && !sameServer(address)) {
            return new Outcome.Failed<>(Failure.all(
                    "GitHub leads to another host for the next issues, which is not followed.",
                    "check `GITHUB_API_URL`."));
        }
        return new Outcome.Got<>(new Page(
                StreamSupport.stream(json.get().spliterator(), false)
                        .filter(each -> !each.has("pull_request"))
                        .flatMap(each -> kept(each).stream())
                        .toList(),
                address));
    }

    private boolean sameServer(String address) {
        try {
            return Origins.of(URI.create(address))
                    .equals(Origins.of(caller.server().address()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Optional<Kept> kept(JsonNode issue) {
        String body = issue.path("body").asText("");
        return Section.mark(Form.HIDDEN, body)
                .map(mark -> new Kept(
                        issue.path("number").asText(),
                        "#" + issue.path("number").asText(),
                        issue.path("html_url").asText(""),
                        state(issue),
                        body,
                        mark,
                        false));
    }

    /** An issue that was closed without a word, or by an older server, is one that was done. */
    private static Kept.State state(JsonNode issue) {
        if (issue.path("state").asText().equals("open")) {
            return Kept.State.OPEN;
        }
        String reason = issue.path("state_reason").asText("");
        return reason.isEmpty() || reason.equals("null") || reason.equals("completed")
                ? Kept.State.DONE
                : Kept.State.DECLINED;
    }

    @Override
    public Outcome<Kept> create(String title, Section section) {
        return labels().then(_ -> made(title, section));
    }

    /** GitHub drops labels without a word where a token may set none, and an issue without one would be made again by every run. */
    private Outcome<String> labels() {
        if (takesLabels) {
            return new Outcome.Got<>(label);
        }
        Outcome<String> outcome = caller.call("GET", URI.create(home), Map.of(), "", Caller.Sort.READ)
                .then(answer -> ofItsOwner(answer) ? new Outcome.Got<>(label) : labelMade());
        takesLabels = outcome instanceof Outcome.Got<String>;
        return outcome;
    }

    /** What a person may do is told with the repository; of the token of a workflow nothing is. */
    private static boolean ofItsOwner(Reply.Answered answer) {
        JsonNode may = Answers.json(answer).orElseGet(Answers::object).path("permissions");
        return may.path("triage").asBoolean() || may.path("push").asBoolean();
    }

    /** Who may make the label may set it; that there is one already (422) is said to nobody else. */
    private Outcome<String> labelMade() {
        ObjectNode body = Answers.object();
        body.put("name", label);
        return caller.call("POST", URI.create(home + "/labels"), json(), body.toString(), Caller.Sort.REPEATABLE)
                .then(answer -> answer.status() == 201 || answer.status() == 422
                        ? new Outcome.Got<>(label)
                        : new Outcome.Failed<>(Failure.all(
                                "GitHub takes no label from this token in `%s` (HTTP %d), and an issue without `%s` would be made again by every run."
                                        .formatted(repository, answer.status(), label),
                                LOGIN)));
    }

    /** Where no answer comes back, the issue may be there: it is looked for before another one is made. */
    private Outcome<Kept> made(String title, Section section) {
        ObjectNode body = Answers.object();
        body.put("title", title);
        body.put("body", section.in(""));
        body.putArray("labels").add(label);
        for (int i = 0; i < MOST_CREATES; i++) {
            Outcome<Kept> outcome = write("POST", issues, body, Caller.Sort.ONCE, 201, "create an issue");
            if (!(outcome instanceof Outcome.Failed<Kept>(Failure failure) && failure.reach() == Failure.Reach.LOST)) {
                return outcome;
            }
            switch (page(list("desc"))) {
                case Outcome.Failed<Page> _ -> {
                    return outcome;
                }
                case Outcome.Got<Page>(Page newest) -> {
                    Optional<Kept> made = newest.kept().stream()
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
                "GitHub did not answer any of %d requests to create an issue.".formatted(MOST_CREATES),
                "run it again later: what was made is found again."));
    }

    @Override
    public Outcome<Kept> update(Kept kept, Section section) {
        ObjectNode body = Answers.object();
        body.put("body", section.in(kept.body()));
        return patch(kept, body, "change " + kept.shown());
    }

    @Override
    public Outcome<Kept> close(Kept kept, Section section, String comment) {
        ObjectNode body = Answers.object();
        body.put("body", section.in(kept.body()));
        body.put("state", "closed");
        body.put("state_reason", "completed");
        return patch(kept, body, "close " + kept.shown()).then(done -> commented(done, comment));
    }

    @Override
    public Outcome<Kept> reopen(Kept kept, Section section, String comment) {
        ObjectNode body = Answers.object();
        body.put("body", section.in(kept.body()));
        body.put("state", "open");
        body.put("state_reason", "reopened");
        return patch(kept, body, "reopen " + kept.shown()).then(done -> commented(done, comment));
    }

    private Outcome<Kept> patch(Kept kept, ObjectNode body, String what) {
        return write("PATCH", issues + "/" + kept.id(), body, Caller.Sort.REPEATABLE, 200, what);
    }

    /** What was done is done, also where the words to it were lost: they would come twice if they were sent again. */
    private Outcome<Kept> commented(Kept kept, String comment) {
        ObjectNode body = Answers.object();
        body.put("body", comment);
        String address = issues + "/" + kept.id() + "/comments";
        return caller.call("POST", URI.create(address), json(), body.toString(), Caller.Sort.ONCE)
                .then(answer -> answer.status() == 201 || answer.status() == 403
                        ? new Outcome.Got<>(kept)
                        : this.<Kept>refused(answer, "comment on " + kept.shown()))
                .unlessLost(kept);
    }

    private static Map<String, String> json() {
        return Map.of("Content-Type", "application/json");
    }

    private Outcome<Kept> write(
            String method, String address, ObjectNode body, Caller.Sort sort, int good, String what) {
        return caller.call(method, URI.create(address), json(), body.toString(), sort)
                .then(answer -> answer.status() == good ? written(answer) : refused(answer, what));
    }

    /** GitHub takes the label off without a word when the token may not set any; nobody would find the issue again. */
    private Outcome<Kept> written(Reply.Answered answer) {
        Optional<JsonNode> issue = Answers.json(answer);
        Optional<Kept> kept = issue.flatMap(GithubTracker::kept);
        if (kept.isEmpty()) {
            return answers.unreadable();
        }
        boolean labelled = StreamSupport.stream(issue.get().path("labels").spliterator(), false)
                .map(each ->
                        each.isTextual() ? each.asText() : each.path("name").asText())
                .anyMatch(label::equalsIgnoreCase);
        return labelled
                ? new Outcome.Got<>(kept.get())
                : new Outcome.Failed<>(Failure.all(
                        "GitHub has made %s without the label `%s`, by which it would be found again."
                                .formatted(kept.get().shown(), label),
                        "set the label there, and " + LOGIN));
    }

    private <T> Outcome<T> refused(Reply.Answered answer, String what) {
        String saying = answers.saying(Answers.json(answer)
                .map(each -> each.path("message").asText(""))
                .orElse(""));
        return new Outcome.Failed<>(
                switch (answer.status()) {
                    case 401 -> Failure.all("GitHub does not take the token%s.".formatted(saying), LOGIN);
                    case 403 -> Failure.all("GitHub denied to %s%s.".formatted(what, saying), LOGIN);
                    case 404 ->
                        new Failure(
                                what.equals("list issues") || what.equals("create an issue")
                                        ? Failure.Reach.ALL
                                        : Failure.Reach.THIS,
                                "GitHub knows nothing to %s in `%s` for this token%s."
                                        .formatted(what, repository, saying),
                                "check `--repository`, and " + LOGIN);
                    case 410 ->
                        new Failure(
                                what.equals("list issues") || what.equals("create an issue")
                                        ? Failure.Reach.ALL
                                        : Failure.Reach.THIS,
                                "GitHub cannot %s in `%s`: it is gone, or issues are turned off%s."
                                        .formatted(what, repository, saying),
                                "turn issues on in the settings of the repository.");
                    default ->
                        new Failure(
                                Failure.Reach.THIS,
                                "GitHub refused to %s (HTTP %d)%s.".formatted(what, answer.status(), saying),
                                "look at the issue; what else there is to do was done.");
                });
    }
}
