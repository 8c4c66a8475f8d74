package dev.envgate.rule;

import java.util.List;

/** Every rule there is. */
public final class Rules {
    /** Sorted by id. */
    public static final List<Rule> ALL = List.of(
            new DuplicateDeclaration(),
            new DuplicateName(),
            new IgnoredByTerraform(),
            new KindDrift(),
            new MalformedEntry(),
            new MalformedReference(),
            new NotConfigured(),
            new ParameterNotFound(),
            new ReferenceDrift(),
            new SecretDeleting(),
            new SecretNotFound(),
            new SecretWithoutValue(),
            new Undeclared(),
            new Undeployed(),
            new Unmanaged(),
            new ValueDrift());

    private Rules() {}
}
