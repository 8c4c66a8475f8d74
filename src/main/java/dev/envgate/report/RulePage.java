package dev.envgate.report;

import dev.envgate.text.Markdown;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule, as the program carries it.
 *
 * @param markdown without comments
 */
public record RulePage(String id, String markdown) {
    private static final String PACKED = "/dev/envgate/rules/";
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\n]{1,200})\\]\\(([^)\n]{1,300})\\)");
    private static final Pattern COMMENT = Pattern.compile("<!--[^>]*-->\n?");

    /** Every rule that can be reported has one. */
    public static RulePage of(String id) {
        try (InputStream page = RulePage.class.getResourceAsStream(PACKED + id + ".md")) {
            if (page == null) {
                throw new IOException("the program was packed without the page of " + id);
            }
            String text = new String(page.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            return new RulePage(id, COMMENT.matcher(text).replaceAll(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the program has the page of a rule. */
    static boolean isPacked(String id) {
        return id.matches("[a-z-]+") && RulePage.class.getResource(PACKED + id + ".md") != null;
    }

    /** Without what only a browser understands. */
    public String terminal() {
        return LINK.matcher(markdown).replaceAll(link -> Matcher.quoteReplacement(link.group(1)));
    }

    /** With links to the other pages that lead somewhere, or without them. */
    String linked(Origin origin) {
        return LINK.matcher(markdown).replaceAll(link -> Matcher.quoteReplacement(linked(link, origin)));
    }

    private static String linked(MatchResult link, Origin origin) {
        String target = link.group(2);
        return target.matches("[a-z-]+\\.md")
                ? Markdown.link(link.group(1), origin.page(target.substring(0, target.length() - ".md".length())))
                : link.group(1);
    }

    /** What the rule finds: the first paragraph, in one line and without markup. */
    String summary() {
        String[] paragraphs = terminal().split("\n\n", 3);
        return paragraphs.length < 2 ? id : paragraphs[1].replace('\n', ' ').replace("**", "");
    }
}
