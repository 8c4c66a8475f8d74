package dev.envgate.cli;

import dev.envgate.aws.Outward;
import dev.envgate.config.Setting;
import dev.envgate.config.TrackSettings;
import dev.envgate.track.GithubTracker;
import dev.envgate.track.LinearTracker;
import dev.envgate.track.Loudness;
import dev.envgate.track.Plan;
import dev.envgate.track.Secret;
import dev.envgate.track.Time;
import dev.envgate.track.Tracker;
import dev.envgate.track.Trackers;
import dev.envgate.track.Web;
import dev.envgate.track.Webhook;
import dev.envgate.track.Wire;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** Where follow-ups are kept, and of what. */
final class FollowUpOptions {
    private static final int USUAL_LIMIT = 20;
    private static final int HIGHEST_LIMIT = 999;
    private static final String USUAL_LABEL = "envgate";

    @Option(
            names = "--repository",
            paramLabel = "OWNER/NAME",
            description =
                    "The repository of the issues on GitHub. Default: as the configuration says, else GITHUB_REPOSITORY.")
    private String repository = "";

    @Option(
            names = "--team",
            paramLabel = "KEY",
            description = "The team of the issues in Linear, by the letters of its identifiers: ENG.")
    private String team = "";

    @Option(
            names = "--label",
            paramLabel = "NAME",
            description = "The label by which follow-ups are found again. Default: envgate.")
    private String label = "";

    @Option(
            names = "--severity",
            paramLabel = "SEVERITY",
            description = "The mildest finding that is followed up: error, warning or note. Default: warning.")
    private Optional<GateOptions.FailOn> severity = Optional.empty();

    @Option(
            names = "--limit",
            paramLabel = "NUMBER",
            description = "How many follow-ups a run makes at most. Default: 20.")
    private Optional<Integer> limit = Optional.empty();

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            description =
                    "How long the tracker may take, with all that its limits make us wait: 90s, 10m. Default: 5m.")
    private String wait = "5m";

    /** What is followed up, and how much of it at once. */
    Plan.Wish wish(TrackSettings settings) throws Misuse {
        String mildest = severity.map(Enum::name).orElse(otherwise(settings.severity(), "warning"));
        int most = limit.orElse(Integer.parseInt(otherwise(settings.limit(), String.valueOf(USUAL_LIMIT))));
        if (most < 1 || most > HIGHEST_LIMIT) {
            throw new Misuse(
                    "`--limit` must be between 1 and %d.".formatted(HIGHEST_LIMIT),
                    "leave it out for %d.".formatted(USUAL_LIMIT));
        }
        return new Plan.Wish(Loudness.valueOf(mildest.toUpperCase(Locale.ROOT)), most);
    }

    Duration patience() throws Misuse {
        return Patience.parse("--wait", wait);
    }

    private static String otherwise(Setting setting, String usual) {
        return setting.given() ? setting.text() : usual;
    }

    private static String either(String given, Setting setting, String usual) {
        return given.isEmpty() ? otherwise(setting, usual) : given;
    }

    /** The repository on GitHub. */
    String repository(TrackSettings settings, Console console) throws Misuse {
        String name = either(repository, settings.repository(), console.variable(Variable.GITHUB_REPOSITORY));
        if (!name.matches("[\\w-]{1,39}/(?!\\.{1,2}$)[\\w.-]{1,100}")) {
            throw new Misuse(
                    name.isEmpty()
                            ? "It is not known which repository on GitHub the issues are in."
                            : "`--repository` is no repository on GitHub.",
                    "give it with `--repository owner/name`.");
        }
        return name;
    }

    /** The team in Linear. */
    String team(TrackSettings settings) throws Misuse {
        String key = either(team, settings.team(), "");
        if (!key.matches("[A-Za-z0-9]{1,20}")) {
            throw new Misuse(
                    key.isEmpty()
                            ? "It is not known which team of Linear the issues are for."
                            : "`--team` is no key of a team.",
                    "give the letters that identifiers of its issues begin with: `--team ENG`.");
        }
        return key;
    }

    private String label(TrackSettings settings) throws Misuse {
        String name = either(label, settings.label(), USUAL_LABEL);
        if (!name.matches("[^,\\p{Cntrl}]{1,50}") || name.isBlank()) {
            throw new Misuse("`--label` cannot be the name of a label.", "use up to 50 signs without a comma.");
        }
        return name;
    }

    /** The tracker on GitHub; none without a token. */
    Optional<Tracker> github(TrackSettings settings, Console console, Time time) throws Misuse {
        String name = repository(settings, console);
        String mark = label(settings);
        URI api = api(console, Variable.GITHUB_API_URL, "https://api.github.com");
        Optional<Secret> token = token(console, Variable.GH_TOKEN, Variable.GITHUB_TOKEN);
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(new GithubTracker(wire(console), time, patience(), api, token.get(), name, mark));
    }

    /** The tracker in Linear; none without a key. */
    Optional<Tracker> linear(TrackSettings settings, Console console, Time time) throws Misuse {
        String key = team(settings);
        String mark = label(settings);
        URI api = api(console, Variable.LINEAR_API_URL, "https://api.linear.app/graphql");
        Optional<Secret> token = token(console, Variable.LINEAR_API_KEY);
        return token.isEmpty()
                ? Optional.empty()
                : Optional.of(new LinearTracker(wire(console), time, patience(), api, token.get(), key, mark));
    }

    /** The address of the webhook. */
    URI address(TrackSettings settings, Console console) throws Misuse {
        String given = console.variable(Variable.ENVGATE_WEBHOOK_URL);
        String text = given.isEmpty() ? otherwise(settings.webhook(), "") : given;
        Optional<URI> address = Webhook.address(text);
        if (address.isEmpty()) {
            throw new Misuse(
                    text.isEmpty()
                            ? "It is not known where reports are sent."
                            : "The address of the webhook cannot be sent to.",
                    "set `ENVGATE_WEBHOOK_URL` to an address that begins with `https://`, or `webhook` under `track` in the configuration.");
        }
        return address.get();
    }

    /** What reports to a webhook are signed with; empty when nothing is. */
    static Optional<Secret> webhookSecret(Console console) throws Misuse {
        return token(console, Variable.ENVGATE_WEBHOOK_SECRET);
    }

    /** The first variable that is set. What it holds is in no message. */
    private static Optional<Secret> token(Console console, Variable... variables) throws Misuse {
        Optional<Variable> set = Stream.of(variables)
                .filter(each -> !console.variable(each).isBlank())
                .findFirst();
        if (set.isEmpty()) {
            return Optional.empty();
        }
        Optional<Secret> secret = Secret.of(console.variable(set.get()));
        if (secret.isEmpty()) {
            throw new Misuse(
                    "`%s` holds something that cannot be sent in a header.".formatted(set.get()),
                    "set it to the token alone, in one line.");
        }
        return secret;
    }

    private static URI api(Console console, Variable variable, String usual) throws Misuse {
        String text = console.variable(variable);
        Optional<URI> api = Trackers.api(text.isBlank() ? usual : text);
        if (api.isEmpty()) {
            throw new Misuse(
                    "`%s` is no address that a token may be sent to.".formatted(variable),
                    "give one that begins with `https://`, without a user and a password.");
        }
        return api.get();
    }

    /** Through the same network as the calls of AWS. */
    static Wire wire(Console console) throws Misuse {
        return switch (Outward.of(console.environment(), System.getProperties())) {
            case Outward.Open open -> new Web(open.clients());
            case Outward.Shut(String why, String hint) -> throw new Misuse(why, hint);
        };
    }
}
