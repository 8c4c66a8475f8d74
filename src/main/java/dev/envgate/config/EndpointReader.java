package dev.envgate.config;

import dev.envgate.ledger.Endpoint;
import dev.envgate.ledger.Place;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import dev.envgate.yaml.YamlNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the endpoints that are called after a deploy. */
final class EndpointReader {
    static final List<String> KEYS =
            List.of("body", "contains", "headers", "method", "omits", "status", "timeout", "tries", "url");
    private static final List<String> METHODS = List.of("DELETE", "GET", "HEAD", "OPTIONS", "POST", "PUT");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");

    /** What the connection itself says. */
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via");

    private static final Pattern STATUS = Pattern.compile("[1-5][0-9]{2}");
    private static final int MOST_TRIES = 20;
    private static final int LONGEST = 300;

    private final List<Problem> problems;

    EndpointReader(List<Problem> problems) {
        this.problems = problems;
    }

    List<Endpoint> read(Section section) {
        return section.list("smoke").stream().flatMap(this::endpoint).toList();
    }

    private Stream<Endpoint> endpoint(YamlNode node) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            problems.add(new Problem(
                    node.span(),
                    "An endpoint must be a mapping.",
                    "Write it like `- url: https://example.com/health`."));
            return Stream.of();
        }
        Section section = new Section("an endpoint", mapping, KEYS, problems);
        Setting url = section.text("url");
        if (!url.given()) {
            if (section.node("url").isEmpty()) {
                problems.add(section.lacks("url", "Add the address to call: `url: https://example.com/health`."));
            }
            return Stream.of();
        }
        Setting body = section.text("body");
        Setting method = section.choice("method", METHODS);
        Endpoint endpoint = new Endpoint(
                method.given() ? method.text() : body.given() ? "POST" : "GET",
                url.text(),
                headers(section),
                body.text(),
                statuses(section),
                texts(section, "contains"),
                texts(section, "omits"),
                number(section, "tries", 3, MOST_TRIES),
                Duration.ofSeconds(number(section, "timeout", 10, LONGEST)),
                new Place.InFile(withoutQuery(url)));
        return canBeCalled(url) ? Stream.of(endpoint) : Stream.of();
    }

    /** What stands behind a question mark may be a key, and reports show the line. */
    private static Span withoutQuery(Setting url) {
        int query = url.span().text().indexOf('?');
        return query < 0
                ? url.span()
                : new Span(url.span().file(), url.span().start(), url.span().start() + query);
    }

    private boolean canBeCalled(Setting url) {
        try {
            URI address = new URI(url.text());
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getUserInfo() == null && address.getFragment() == null) {
                return true;
            }
        } catch (URISyntaxException e) {
            // It is told below, without the text: a part of it may be a password.
        }
        problems.add(new Problem(
                url.span(),
                "This is not an address that can be called.",
                "Write it like `https://example.com/health`, without a user, a password or a fragment.",
                true));
        return false;
    }

    private Map<String, String> headers(Section section) {
        Map<String, String> headers = new LinkedHashMap<>();
        section.table("headers").forEach((name, value) -> {
            if (!HEADER.matcher(name).matches() || value.text().chars().anyMatch(c -> c < ' ')) {
                problems.add(new Problem(
                        value.span(),
                        "This cannot be a header.",
                        "Write it like `Authorization: Bearer ${NAME}`, with the name of an environment variable.",
                        true));
            }
            if (OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                problems.add(new Problem(
                        value.span(), "`%s` is set by the connection itself.".formatted(name), "Take it out.", true));
            }
            headers.put(name, value.text());
        });
        return headers;
    }

    private List<Integer> statuses(Section section) {
        return section.texts("status").stream()
                .filter(each -> {
                    boolean fits = STATUS.matcher(each.text()).matches();
                    if (!fits) {
                        problems.add(new Problem(
                                each.span(), "This is no status of HTTP.", "Write numbers from 100 to 599.", true));
                    }
                    return fits;
                })
                .map(each -> Integer.valueOf(each.text()))
                .toList();
    }

    private static List<String> texts(Section section, String key) {
        return section.texts(key).stream().map(Setting::text).toList();
    }

    private int number(Section section, String key, int usual, int most) {
        Setting setting = section.text(key);
        if (!setting.given()) {
            return usual;
        }
        int number = setting.text().matches("[0-9]{1,4}") ? Integer.parseInt(setting.text()) : 0;
        if (number < 1 || number > most) {
            problems.add(new Problem(
                    setting.span(),
                    "`%s` must be a number from 1 to %d.".formatted(key, most),
                    "Leave it out for %d.".formatted(usual),
                    true));
            return usual;
        }
        return number;
    }
}
