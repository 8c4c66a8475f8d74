package dev.envgate.rule;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What ECS says of a task that it could not start or had to stop, and the fault behind it.
 *
 * @param words what a message of this sort has in it, all of them, in small letters
 * @param subject the part of the message that names what it is about, as the first group; may be missing from it
 * @param rule the rule that finds the fault before a deploy; empty when it is none of a container's configuration
 * @param cause a sentence, with <code>{subject}</code> for a blank and the subject in back-ticks
 * @param hint what to do, a sentence
 * @param harmless whether a healthy service has such tasks too, so that it explains no failed rollout
 */
record StopReason(List<String> words, Pattern subject, String rule, String cause, String hint, boolean harmless) {
    private static final Pattern ARN = Pattern.compile("(arn:aws[a-z-]*:[a-z0-9-]+:[^\\s,;'\"]*[^\\s,;'\".:])");
    private static final int LONGEST_SUBJECT = 200;

    StopReason {
        words = List.copyOf(words);
    }

    /** Words that are separated by {@code &}, about the first ARN of the message. */
    static StopReason of(String words, String rule, String cause, String hint) {
        return new StopReason(List.of(words.split(" & ")), ARN, rule, cause, hint, false);
    }

    /** The same about something else. */
    StopReason about(String pattern) {
        return new StopReason(words, Pattern.compile(pattern), rule, cause, hint, harmless);
    }

    /** The same, said of a task that was meant to stop. */
    StopReason harmlessly() {
        return new StopReason(words, subject, rule, cause, hint, true);
    }

    boolean fits(String message) {
        String small = message.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(small::contains);
    }

    /** The cause of a message that fits. */
    String cause(String message) {
        return cause.replace(
                "{subject}", subject(message).map(" `%s`"::formatted).orElse(""));
    }

    private Optional<String> subject(String message) {
        Matcher found = subject.matcher(message);
        return found.find() && found.group(1) != null && found.group(1).length() <= LONGEST_SUBJECT
                ? Optional.of(found.group(1))
                : Optional.empty();
    }
}
