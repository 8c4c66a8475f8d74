package dev.envgate.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blanks everything but the code in files that are mostly something else, so that places stay what they are. */
enum Islands {
    /** The scripts of Vue, Svelte, Astro and HTML. */
    SCRIPTS("(?is)<script\\b[^>]{0,500}>(.*?)</script\\s*>|\\A---\\r?\\n(.*?)\\n---"),
    /** <code>&lt;% … %&gt;</code> in templates and YAML of Ruby and Elixir. */
    ERB("(?s)<%(?!#|%)[=-]?(.*?)-?%>");

    private final Pattern pattern;

    Islands(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    String of(String text) {
        char[] kept = new char[text.length()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = text.charAt(i) == '\n' ? '\n' : ' ';
        }
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    text.getChars(matcher.start(group), matcher.end(group), kept, matcher.start(group));
                }
            }
        }
        return new String(kept);
    }
}
