package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Iam;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.SecretDefinition;
import dev.envgate.ledger.SecretDefinition.Filling;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import java.util.stream.Stream;

/** A name whose secret has no value to give. */
final class SecretWithoutValue implements Rule {
    @Override
    public String id() {
        return "secret-without-value";
    }

    @Override
    public String summary() {
        return "The secret that a name refers to has no version with the stage that is asked for, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Stream.of(withoutStage(ledger), Subject.of(ledger).flatMap(this::unfilled))
                .flatMap(each -> each);
    }

    private Stream<Finding> withoutStage(Ledger ledger) {
        return Stream.concat(
                Subject.of(ledger)
                        .flatMap(each -> each.lookups(Stored.WithoutValue.class)
                                .limit(1)
                                .map(lookup -> finding(new Unfetched(this, each, lookup.running()), lookup))),
                Unstored.of(ledger, Stored.WithoutValue.class)
                        .map(each -> each.finding(
                                this, message(each.referrer(), each.reference(), each.state()), repair(each.state()))));
    }

    private static Finding finding(Unfetched unfetched, Subject.Lookup<Stored.WithoutValue> lookup) {
        return unfetched.finding(
                message(unfetched.referrer(), lookup.reference(), lookup.state()), repair(lookup.state()));
    }

    /**
     * What no store was asked about: a secret without a value in files that give other secrets theirs. Where they give none a value,
     * all are set by hand.
     */
    private Stream<Finding> unfilled(Subject each) {
        Iam iam = each.service().iam();
        return iam.secrets().stream().noneMatch(secret -> secret.filling() == Filling.HERE)
                ? Stream.of()
                : Stream.of(Stored.NotAsked.class, Stored.NotSeen.class)
                        .flatMap(each::lookups)
                        .map(Subject.Lookup::reference)
                        .filter(reference -> filling(reference, iam) == Filling.NOWHERE)
                        .limit(1)
                        .map(
                                reference -> each.finding(
                                        this,
                                        Severity.NOTE,
                                        "Terraform makes the secret %s and gives it no value, though it gives other secrets theirs."
                                                .formatted(Titles.of(reference)),
                                        "add an `aws_secretsmanager_secret_version`, or see that somebody has set the value by hand: without one the container cannot start."));
    }

    private static Filling filling(Reference reference, Iam iam) {
        return reference.target() instanceof Reference.Target.SecretName(String _, String block)
                ? iam.secret(block).map(SecretDefinition::filling).orElse(Filling.UNCLEAR)
                : Filling.UNCLEAR;
    }

    private static String message(String referrer, Reference reference, Stored.WithoutValue state) {
        return "%s refers to the secret %s, which has no value with the stage `%s`"
                .formatted(referrer, Titles.of(reference), state.stage());
    }

    private static String repair(Stored.WithoutValue state) {
        return "give the secret a value with `aws secretsmanager put-secret-value --secret-id %s --secret-string file://FILE`"
                .formatted(state.id());
    }
}
