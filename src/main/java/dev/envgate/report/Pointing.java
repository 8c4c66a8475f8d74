package dev.envgate.report;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;

/** Says in words what a {@code valueFrom} points to. */
final class Pointing {
    private Pointing() {}

    static String of(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) -> part(reference) + "the secret " + where(arn, "secret:");
            case Reference.Target.SecretName(String name, String block) ->
                part(reference) + "the secret `" + name + "`" + named(block);
            case Reference.Target.ParameterArn(Arn arn) -> "the parameter " + where(arn, "parameter");
            case Reference.Target.ParameterName(String name, String block) ->
                "the parameter `" + name + "`" + named(block);
            case Reference.Target.Unclear(String why, Place cause) ->
                part(reference) + "something that is not known: " + why + at(cause);
            case Reference.Target.Malformed(String why) -> "nothing that ECS accepts: " + why;
        };
    }

    private static String part(Reference reference) {
        String key = reference.jsonKey().isEmpty() ? "" : "the key `" + reference.jsonKey() + "` of ";
        String stage = reference.versionStage().isEmpty() ? "" : "the stage `" + reference.versionStage() + "` of ";
        String version = reference.versionId().isEmpty() ? "" : "the version `" + reference.versionId() + "` of ";
        return key + stage + version;
    }

    private static String named(String block) {
        return block.isEmpty() ? "" : ", by the name that `" + block + "` says";
    }

    private static String where(Arn arn, String prefix) {
        String name = arn.resource().startsWith(prefix) ? arn.resource().substring(prefix.length()) : arn.resource();
        String region = arn.region().isEmpty() ? "" : " in " + arn.region();
        String account = arn.account().isEmpty() ? "" : " of account " + arn.account();
        return "`" + name + "`" + region + account;
    }

    private static String at(Place cause) {
        String place = Table.cell(cause);
        return place.isEmpty() ? "" : "  " + place;
    }
}
