package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.SecretDefinition;
import dev.envgate.ledger.SecretDefinition.Filling;
import dev.envgate.terraform.IamSurvey.Found;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads who else decides about a secret or parameter: a policy of its own, and the key that it is encrypted with. */
final class SecretReader {
    private static final Set<String> OF_AWS = Set.of("alias/aws/secretsmanager", "alias/aws/ssm");

    private static final List<String> FILLING =
            List.of("aws_secretsmanager_secret_version", "aws_secretsmanager_secret_rotation");

    private final Run run;
    private final IamSurvey survey;

    SecretReader(Run run, IamSurvey survey) {
        this.run = run;
        this.survey = survey;
    }

    SecretDefinition read(Found secret) {
        return new SecretDefinition(secret.full(), filling(secret), key(secret), grants(secret));
    }

    /** A block for some instances of a secret speaks for all of them. */
    private Filling filling(Found secret) {
        if (!secret.block().labels().getFirst().text().equals("aws_secretsmanager_secret")) {
            return Filling.UNCLEAR; // a parameter cannot be made without a value, which tells nothing of secrets
        }
        List<Optional<Pointed>> filled = FILLING.stream()
                .flatMap(survey::all)
                .map(each -> written(each, "secret_id").flatMap(new Keys(run)::pointed))
                .toList();
        if (filled.stream().flatMap(Optional::stream).anyMatch(pointed -> isOf(pointed, secret))) {
            return Filling.HERE;
        }
        return filled.contains(Optional.<Pointed>empty()) || !survey.unread().isEmpty()
                ? Filling.UNCLEAR
                : Filling.NOWHERE;
    }

    private static boolean isOf(Pointed pointed, Found secret) {
        return pointed.address().equals(secret.address()) && pointed.instance().equals(secret.instance());
    }

    private List<Gap> grants(Found secret) {
        return Stream.concat(
                        ownPolicy(secret), pointing("aws_secretsmanager_secret_policy", "secret_arn", secret.full()))
                .toList();
    }

    /** A policy that the block of a secret or a key has itself. */
    private static Stream<Gap> ownPolicy(Found found) {
        return written(found, "policy").stream()
                .map(policy -> new Gap("`%s` has a policy of its own".formatted(found.full()), Reason.place(policy)));
    }

    /** Blocks of a type that give something away of a secret or a key, or that may. */
    private Stream<Gap> pointing(String type, String attribute, String full) {
        return survey.all(type)
                .filter(each -> written(each, attribute)
                        .map(value -> mayPoint(value, full))
                        .orElse(true))
                .map(each -> new Gap(
                        "`%s` may grant it".formatted(each.full()),
                        each.instance().place(each.block())));
    }

    private boolean mayPoint(Value value, String full) {
        return new Keys(run)
                .pointed(value)
                .map(pointed -> pointed.full().equals(full) || pointed.type().equals("aws_kms_alias"))
                .orElse(true);
    }

    private SecretDefinition.Key key(Found secret) {
        if (Reason.text(type(secret))
                .filter(text -> text.endsWith("String") && !text.equals("SecureString"))
                .isPresent()) {
            return new SecretDefinition.Key.OfAws();
        }
        return written(secret, "kms_key_id")
                .or(() -> written(secret, "key_id"))
                .map(this::key)
                .orElseGet(SecretDefinition.Key.OfAws::new);
    }

    private static Value type(Found found) {
        return written(found, "type").orElseGet(() -> Run.text("", found.block().header()));
    }

    private SecretDefinition.Key key(Value id) {
        Optional<Pointed> made = new Keys(run).block(id);
        if (made.isPresent()) {
            return ofBlock(made.get());
        }
        return Reason.text(id).filter(OF_AWS::contains).isPresent()
                ? new SecretDefinition.Key.OfAws()
                : new SecretDefinition.Key.Unclear("the key is not made in these files", Reason.place(id));
    }

    private SecretDefinition.Key ofBlock(Pointed key) {
        Found found = new Found(key.instance(), key.address(), key.block(), key.round());
        List<Gap> grants = Stream.of(
                        ownPolicy(found),
                        pointing("aws_kms_key_policy", "key_id", key.full()),
                        pointing("aws_kms_grant", "key_id", key.full()))
                .flatMap(each -> each)
                .toList();
        Place place = key.instance().place(key.block());
        return new SecretDefinition.Key.OfBlock(key.full(), place, grants);
    }

    private static Optional<Value> written(Found found, String name) {
        return found.instance().resources().written(found.block(), found.round(), name);
    }
}
