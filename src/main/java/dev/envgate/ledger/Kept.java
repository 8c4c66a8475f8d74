package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/** What a store keeps under a prefix of names; never a value. */
public sealed interface Kept {
    /** What names may begin with, as a regular expression. */
    String PREFIX = "[A-Za-z0-9/_+=.@-]{1,512}";

    /** It was listed. */
    record Listed(List<Item> items) implements Kept {
        public Listed {
            items = List.copyOf(items);
        }
    }

    /** Could not be listed, or not to its end; {@code why} is a sentence, {@code hint} what to do about it. */
    record NotSeen(String why, String hint) implements Kept {}

    /** Nobody asked. */
    record NotAsked(String why) implements Kept {}

    /** Where secrets and parameters are kept. */
    enum Store {
        SECRETS_MANAGER,
        PARAMETER_STORE
    }

    /** One secret or parameter; the account is left out of the ARN of a parameter, because its store does not say it. */
    record Item(Store store, String name, Arn arn) {
        /** ECS reads a secret also as a parameter of this name. */
        private static final String AS_PARAMETER = "/aws/reference/secretsmanager/";

        /** Whether a reference points to it, or to one of its name that was there before; only what is known of the reference decides. */
        public boolean meantBy(Reference reference) {
            return switch (reference.target()) {
                case Reference.Target.SecretArn(Arn other) ->
                    here(other, "secretsmanager") && secrets().anyMatch(other.resource()::equals)
                            || here(other, "secretsmanager")
                                    && other.resource().matches(".*-[A-Za-z0-9]{6}")
                                    && secrets()
                                            .anyMatch(other.resource()
                                                    .substring(
                                                            0, other.resource().length() - 7)::equals);
                case Reference.Target.SecretName(String other, String _) ->
                    store == Store.SECRETS_MANAGER && other.equals(name);
                case Reference.Target.ParameterArn(Arn other) ->
                    here(other, "ssm") && parameter(other.resource().replaceFirst("^parameter", ""));
                case Reference.Target.ParameterName(String other, String _) -> parameter(other);
                case Reference.Target.Unclear _, Reference.Target.Malformed _ -> false;
            };
        }

        private Stream<String> secrets() {
            return store == Store.SECRETS_MANAGER ? Stream.of(arn.resource(), "secret:" + name) : Stream.of();
        }

        /** Parts that files or the store leave open are those of the service. */
        private boolean here(Arn other, String service) {
            return other.service().equals(service)
                    && (other.region().isEmpty() || other.region().equals(arn.region()))
                    && (other.account().isEmpty()
                            || arn.account().isEmpty()
                            || other.account().equals(arn.account()));
        }

        /** A version or label behind the name does not matter, and neither does a slash before it, which an ARN has always. */
        private boolean parameter(String written) {
            String other = written.split(":", 2)[0];
            return store == Store.PARAMETER_STORE
                    ? slashed(other).equals(slashed(name))
                    : other.equals(AS_PARAMETER + name);
        }

        private static String slashed(String text) {
            return text.startsWith("/") ? text : "/" + text;
        }
    }
}
