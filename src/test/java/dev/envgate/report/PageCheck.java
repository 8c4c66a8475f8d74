package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** The page of a report as a browser reads it: no error, nothing from the network, no code but its own, and an order that can be heard. */
final class PageCheck {
    private static final Set<String> ELEMENTS = Set.of(
            "a",
            "article",
            "body",
            "br",
            "code",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "figcaption",
            "figure",
            "footer",
            "h1",
            "h2",
            "h3",
            "head",
            "header",
            "html",
            "li",
            "main",
            "mark",
            "meta",
            "ol",
            "p",
            "pre",
            "q",
            "script",
            "section",
            "span",
            "strong",
            "style",
            "summary",
            "table",
            "tbody",
            "td",
            "th",
            "thead",
            "title",
            "tr",
            "ul");

    private PageCheck() {}

    static void check(String page) {
        Document document = parsed(page);
        assertOwnCode(document);
        Element style = document.expectFirst("style");
        Element script = document.expectFirst("script");
        assertThat(document.select("script")).hasSize(1);
        assertPolicy(document, "style-src '%s'; script-src '%s'".formatted(digest(style), digest(script)));
    }

    static void checkWithoutScript(String page) {
        Document document = parsed(page);
        assertOwnCode(document);
        assertThat(document.select("script")).isEmpty();
        assertPolicy(document, "style-src '%s'".formatted(digest(document.expectFirst("style"))));
    }

    private static Document parsed(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(20);
        Document document = parser.parseInput(page, "");
        assertThat(parser.getErrors()).isEmpty();
        assertThat(document.getAllElements().stream().map(Element::normalName).filter(each -> !each.equals("#root")))
                .isSubsetOf(ELEMENTS);
        assertThat(document.select("html").attr("lang")).isEqualTo("en");
        assertOwnLinks(document);
        assertOrder(document);
        return document;
    }

    /** Style and script are allowed by their digests and by nothing else. */
    private static void assertPolicy(Document document, String sources) {
        assertThat(document.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo("default-src 'none'; %s; base-uri 'none'; form-action 'none'".formatted(sources));
    }

    /** One style, and neither style nor script in attributes. */
    private static void assertOwnCode(Document document) {
        assertThat(document.select("style")).hasSize(1);
        document.getAllElements()
                .forEach(element -> element.attributes()
                        .asList()
                        .forEach(attribute -> assertThat(attribute.getKey())
                                .as(element.normalName())
                                .doesNotStartWith("on")
                                .isNotIn("style", "src", "srcdoc", "action", "formaction")));
    }

    private static String digest(Element asset) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(asset.data().getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertOwnLinks(Document document) {
        for (Element link : document.select("[href]")) {
            String address = link.attr("href");
            assertThat(
                            address.startsWith("#")
                                    ? document.getElementById(address.substring(1)) != null
                                    : address.startsWith("https://own.example/"))
                    .as(address)
                    .isTrue();
        }
    }

    /** What a screen reader goes by: one title, levels without a gap, lists of list items, and names for what can be opened. */
    private static void assertOrder(Document document) {
        List<String> ids = document.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(document.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                .isSubsetOf(ids);
        assertThat(document.select("h1")).hasSize(1);
        assertThat(document.select("main")).hasSize(1);
        assertThat(document.select("details > :first-child").eachText()).allMatch(text -> !text.isBlank());
        assertThat(document.select("details:not(:has(> summary:first-child))")).isEmpty();
        assertThat(document.select("ul > :not(li), ol > :not(li), dl > :not(dt, dd)"))
                .isEmpty();
        assertThat(document.select("table:not(:has(thead th[scope=col]))")).isEmpty();
        int level = 1;
        for (Element heading : document.select("h1, h2, h3")) {
            int next = heading.normalName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }
}
