package dev.envgate.repair;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What is done about the findings of each rule: a line for every rule there is. */
public final class Repairs {
    /** Sorted by the ids of the rules. */
    public static final NavigableMap<String, Repair> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "ambiguous-secret-name",
                    new BlockInsteadOfArn(
                            new ByHand("Which of the secrets is meant only the team knows."),
                            "Refers to the block that makes the secret, where one does.")),
            Map.entry("duplicate-declaration", new DoubleDeclaration()),
            Map.entry("duplicate-name", new DoubleEntry()),
            Map.entry("empty-value", new GivenValue()),
            Map.entry("endpoint-failed", new ByHand("What an endpoint answers is not decided by files alone.")),
            Map.entry("env-file-syntax", new ByHand("The file lies in S3, and nothing is written to AWS.")),
            Map.entry("env-file-unavailable", new Commands()),
            Map.entry("env-syntax", new MendedLine()),
            Map.entry(
                    "foreign-reference",
                    new ByHand("Which secret of its own the service is to have only the team knows.")),
            Map.entry(
                    "ignored-by-terraform",
                    new ByHand("Who deploys, Terraform or a pipeline, is for the team to decide.")),
            Map.entry("kind-drift", new Commands()),
            Map.entry("malformed-entry", new MendedEntry()),
            Map.entry("malformed-reference", new MendedReference()),
            Map.entry("mixed-revisions", new Commands()),
            Map.entry(
                    "naming-convention",
                    new ByHand("A name is changed everywhere at once: in the code, in the store and in what runs.")),
            Map.entry("no-execution-role", new ExecutionRole()),
            Map.entry("not-configured", new MissingEntry(new Referent.Found())),
            Map.entry("orphan-secret", new ByHand("Whether anything else uses it only the team knows.")),
            Map.entry(
                    "other-environment",
                    new ByHand("Which secret of its own environment is meant only the team knows.")),
            Map.entry("parameter-not-found", new Commands()),
            Map.entry("placeholder-value", new GivenValue()),
            Map.entry(
                    "plaintext-secret",
                    new ByHand(
                            "Its value has to be stored first, and to be changed, because it is in the history of the repository.")),
            Map.entry("platform-too-old", new ByHand("What tasks run on is for the team to decide.")),
            Map.entry("reference-drift", new Commands()),
            Map.entry("rollout-failed", new Commands()),
            Map.entry("secret-deleting", new Commands()),
            Map.entry(
                    "secret-key-missing", new ByHand("Only somebody who knows the value can put it into the secret.")),
            Map.entry("secret-not-found", new Commands()),
            Map.entry("secret-not-json", new ByHand("Only somebody who knows the value can write it as JSON.")),
            Map.entry(
                    "secret-recreated",
                    new BlockInsteadOfArn(
                            new Commands(),
                            "Refers to the block that makes the secret, else to the ARN that the store has told.")),
            Map.entry("secret-unreadable", new MissingRight()),
            Map.entry("secret-value-shape", new ByHand("Only somebody who knows the value can correct it.")),
            Map.entry("secret-without-value", new Commands()),
            Map.entry("service-behind", new Commands()),
            Map.entry("stale-injection", new Commands()),
            Map.entry("static-credentials", new ByHand("What the task role needs instead is for the team to decide.")),
            Map.entry("undeclared", new MissingDeclaration()),
            Map.entry("undeclared-in-code", new MissingDeclaration()),
            Map.entry("undeployed", new Commands()),
            Map.entry("unmanaged", new LiveEntry()),
            Map.entry(
                    "unused-declaration",
                    new ByHand("Whether something outside of the code reads it only the team knows.")),
            Map.entry("value-drift", new Commands()),
            Map.entry("wrong-container", new CopiedEntry())));

    /** Of findings that no rule makes, but the policy: about suppressions and the baseline. */
    private static final Repair HOUSEKEEPING = new ByHand("What was decided once is for the team to decide anew.");

    private Repairs() {}

    /** What is done about a finding. */
    public static Outcome of(Fault fault) {
        return ALL.getOrDefault(fault.finding().rule(), HOUSEKEEPING).of(fault);
    }
}
