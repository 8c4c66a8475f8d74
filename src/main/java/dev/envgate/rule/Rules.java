package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import java.util.List;

/** Every rule there is. */
public final class Rules {
    /** Sorted by id. */
    public static final List<Rule> ALL = List.of(
            new AmbiguousSecretName(),
            new DuplicateDeclaration(),
            new DuplicateName(),
            new EmptyValue(),
            new EndpointFailed(),
            new EnvFileSyntax(),
            new EnvFileUnavailable(),
            new EnvSyntax(),
            new ForeignReference(),
            new IgnoredByTerraform(),
            new KindDrift(),
            new MalformedEntry(),
            new MalformedReference(),
            new MixedRevisions(),
            new NamingConvention(),
            new NoExecutionRole(),
            new NotConfigured(),
            new OrphanSecret(),
            new OtherEnvironment(),
            new ParameterNotFound(),
            new PlaceholderValue(),
            new PlaintextSecret(),
            new PlatformTooOld(),
            new ReferenceDrift(),
            new RolloutFailed(),
            new SecretDeleting(),
            new SecretKeyMissing(),
            new SecretNotFound(),
            new SecretNotJson(),
            new SecretRecreated(),
            new SecretUnreadable(),
            new SecretValueShape(),
            new SecretWithoutValue(),
            new ServiceBehind(),
            new StaleInjection(),
            new StaticCredentials(),
            new Undeclared(),
            new UndeclaredInCode(),
            new Undeployed(),
            new Unmanaged(),
            new UnusedDeclaration(),
            new ValueDrift(),
            new WrongContainer());

    private Rules() {}

    /** What all of them find. */
    public static List<Finding> judge(Ledger ledger) {
        return Neighbours.during(
                () -> ALL.stream().flatMap(rule -> rule.judge(ledger)).toList());
    }
}
