package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.Identity;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a root directory of Terraform is read with.
 *
 * @param root the directory; a relative one is taken from the workspace's working directory
 * @param workspace what may be read
 * @param assignments {@code -var-file} and {@code -var}, in the order they were given: a later one wins
 * @param environment the process environment; only {@code TF_VAR_*} is looked at
 * @param terraformWorkspace the name that {@code terraform.workspace} stands for; empty when Terraform is to find it: in
 *     {@code TF_WORKSPACE}, or where {@code terraform workspace select} wrote it
 * @param identity the account and region that data sources may answer with, as far as they are known
 * @param state what the last apply left, for references that the files do not tell
 * @param uses whether it is looked for what is done with secrets beside giving them to containers
 */
public record Inputs(
        Path root,
        Workspace workspace,
        List<Assignment> assignments,
        Map<String, String> environment,
        String terraformWorkspace,
        Identity identity,
        State state,
        boolean uses) {
    public Inputs {
        assignments = List.copyOf(assignments);
        environment = Map.copyOf(environment);
    }

    /** Without a state. */
    public Inputs(
            Path root,
            Workspace workspace,
            List<Assignment> assignments,
            Map<String, String> environment,
            String terraformWorkspace,
            Identity identity) {
        this(root, workspace, assignments, environment, terraformWorkspace, identity, State.NONE, false);
    }

    /** A root that is read with nothing but its own files. */
    public static Inputs of(Path root, Workspace workspace) {
        return new Inputs(root, workspace, List.of(), Map.of(), "default", Identity.NONE);
    }

    /** The same inputs with a state. */
    public Inputs with(State other) {
        return new Inputs(root, workspace, assignments, environment, terraformWorkspace, identity, other, uses);
    }

    /** The same inputs with other ways to give values. */
    public Inputs with(List<Assignment> others) {
        return new Inputs(root, workspace, others, environment, terraformWorkspace, identity, state, uses);
    }

    /** The same inputs, for somebody who wants to know what is done with secrets besides. */
    public Inputs withUses(boolean wanted) {
        return new Inputs(root, workspace, assignments, environment, terraformWorkspace, identity, state, wanted);
    }

    /** The directory only: the rest holds values. */
    @Override
    public String toString() {
        return root.toString();
    }

    /** A way to give values to the root's variables. */
    public sealed interface Assignment {
        /** {@code -var-file}: a file of any name; JSON when its name ends in {@code .json}. */
        record VarFile(Path path) implements Assignment {}

        /** A value that a plan was made with. */
        record Planned(String name, Value value) implements Assignment {
            @Override
            public String toString() {
                return name;
            }
        }

        /** {@code -var name=text}. */
        record Var(String name, String text) implements Assignment {
            @Override
            public String toString() {
                return name;
            }
        }
    }
}
