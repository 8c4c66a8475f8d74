package dev.envgate.rule;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Reference;

/** What a secret or parameter is called in a sentence. */
final class Titles {
    private Titles() {}

    static String of(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) -> shown(arn, "secret:");
            case Reference.Target.SecretName(String name, String _) -> "`" + name + "`";
            case Reference.Target.ParameterArn(Arn arn) -> shown(arn, "parameter");
            case Reference.Target.ParameterName(String name, String _) -> "`" + name + "`";
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "`" + reference.text() + "`";
        };
    }

    static boolean secret(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn _, Reference.Target.SecretName _ -> true;
            case Reference.Target.ParameterArn _,
                    Reference.Target.ParameterName _,
                    Reference.Target.Unclear _,
                    Reference.Target.Malformed _ -> false;
        };
    }

    private static String shown(Arn arn, String prefix) {
        String name = arn.resource().startsWith(prefix) ? arn.resource().substring(prefix.length()) : arn.resource();
        String region = arn.region().isEmpty() ? "" : " in " + arn.region();
        String account = arn.account().isEmpty() ? "" : " of account " + arn.account();
        return "`" + name + "`" + region + account;
    }
}
