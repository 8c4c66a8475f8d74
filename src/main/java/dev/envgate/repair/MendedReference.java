package dev.envgate.repair;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a reference that ECS cannot read in the way that ECS reads, where only one way can be meant. */
final class MendedReference implements Repair, Revalued {
    /** Where ECS tells the parts behind a secret: key, stage and version. */
    private static final int PARTS = 3;

    private static final String OPEN = "What it refers to can be meant in more ways than one.";

    /** The whole of a secret's ARN or an expression that gives one, and what follows it. */
    private static final Pattern SECRET =
            Pattern.compile("(arn:[^:]*:secretsmanager:[^:]*:[^:]*:secret:[^:]+|\\$\\{[^{}\"]*})(.*)");

    private static final Pattern WITHOUT_WORD =
            Pattern.compile("(arn:[^:]*:secretsmanager:[^:]+:[^:]+:)(?:secret/)?((?!secret\\b)[^:/][^:]*)");

    private static final Pattern PARAMETER = Pattern.compile("(arn:[^:]*:ssm:[^:]+:[^:]+:)(?:parameter:)?/?([^:]+)");

    private static final Pattern NAME = Pattern.compile("((?!arn:)[A-Za-z0-9/_+=.@-]+)(:.*)");

    private static final Pattern STAGE = Pattern.compile("AWS(?:CURRENT|PREVIOUS|PENDING)");

    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = patches(
                fault,
                "Write what `%s` of the container `%s` refers to as ECS reads it.",
                Set.of(
                        "malformed-reference",
                        "undeployed",
                        "secret-not-found",
                        "secret-recreated",
                        "secret-without-value",
                        "parameter-not-found",
                        "reference-drift"));
        return patches.isEmpty() ? ByHand.because(OPEN, fault) : new Outcome.Patches(patches, OPEN);
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Writes it as ECS reads it, where only one way can be meant: missing colons, `secret:`, a stage in the place of the version, blanks, and the name of a secret that a block makes.";
    }

    @Override
    public Stream<Suggestion> instead(Written written) {
        return written.quoted()
                ? Stream.concat(
                        mended(written.inside().strip())
                                .map(each -> Suggestion.of(written.dialect().text(each))),
                        named(written))
                : Stream.of();
    }

    private static Stream<String> mended(String text) {
        Matcher secret = SECRET.matcher(text);
        if (secret.matches()) {
            return Stream.of(secret.group(1) + behind(secret.group(2)));
        }
        Matcher bare = WITHOUT_WORD.matcher(text);
        if (bare.matches()) {
            return Stream.of(bare.group(1) + "secret:" + bare.group(2));
        }
        Matcher parameter = PARAMETER.matcher(text);
        return Stream.of(
                parameter.matches() && !parameter.group(2).startsWith("parameter/")
                        ? parameter.group(1) + "parameter/" + parameter.group(2)
                        : text);
    }

    /** A key of a secret that is called by its name: where a block makes it, that has the ARN. */
    private static Stream<Suggestion> named(Written written) {
        Matcher name = NAME.matcher(written.inside().strip());
        return name.matches() && written.dialect().expressions()
                ? written.module().called("aws_secretsmanager_secret", name.group(1)).stream()
                        .map(holder -> Suggestion.of(
                                Quoted.expression(holder.address() + ".arn", behind(name.group(2)), written.dialect())))
                : Stream.of();
    }

    /** What follows a secret, in three parts. */
    private static String behind(String text) {
        if (text.isEmpty()) {
            return "";
        }
        List<String> parts = Arrays.asList((text.startsWith(":") ? text.substring(1) : text).split(":", -1));
        boolean more = parts.size() > PARTS
                && parts.subList(PARTS, parts.size()).stream().allMatch(String::isEmpty);
        List<String> three = more ? parts.subList(0, PARTS) : parts;
        if (three.size() == PARTS
                && three.get(1).isEmpty()
                && STAGE.matcher(three.get(2)).matches()) {
            return ":" + three.getFirst() + ":" + three.get(2) + ":";
        }
        return ":" + String.join(":", three)
                + Stream.generate(() -> ":")
                        .limit(Math.max(0, PARTS - three.size()))
                        .collect(Collectors.joining());
    }
}
