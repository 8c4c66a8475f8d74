package dev.envgate.policy;

import dev.envgate.ledger.Reference;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a reference points to when account, region, the random suffix of a secret and the word of the environment make no difference. */
record ReferenceShape(List<String> words) {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Pattern SUFFIX = Pattern.compile("-[A-Za-z0-9]{6}$");

    /** The shape of a reference, for people as well. */
    String of(Reference reference) {
        String rest = part(reference.jsonKey()) + part(reference.versionStage()) + part(reference.versionId());
        return fold(target(reference)) + rest;
    }

    private static String part(String text) {
        return text.isEmpty() ? "" : ":" + text;
    }

    private static String target(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn secret ->
                SUFFIX.matcher(last(secret.arn().resource())).replaceFirst("");
            case Reference.Target.SecretName secret -> secret.name();
            case Reference.Target.ParameterArn parameter ->
                parameter.arn().resource().replaceFirst("^parameter/?", "/");
            case Reference.Target.ParameterName parameter ->
                "/" + parameter.name().replaceFirst("^/", "");
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> reference.text();
        };
    }

    private static String last(String resource) {
        return resource.substring(resource.indexOf(':') + 1);
    }

    /** The text with {@code *} for every word of the environment. */
    String fold(String text) {
        return WORD.matcher(text).replaceAll(this::folded);
    }

    private String folded(MatchResult word) {
        return words.contains(word.group().toLowerCase(Locale.ROOT)) ? "*" : word.group();
    }

    /** Whether it is known what the reference points to. */
    static boolean clear(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn _,
                    Reference.Target.SecretName _,
                    Reference.Target.ParameterArn _,
                    Reference.Target.ParameterName _ -> true;
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> false;
        };
    }
}
