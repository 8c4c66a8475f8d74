package dev.envgate.ledger;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the Terraform files configure.
 *
 * @param root the directory or file it was read from, as shown to people
 * @param iam who may read which secret
 * @param gaps why there may be more task definitions than {@code taskDefinitions}
 * @param copying the pipelines of the same repository that deploy past Terraform
 * @param uses what Terraform does with secrets besides; nothing where nobody wants to know
 * @param leftOpen what there would be besides, if variables that are empty by default were given
 * @param switchedOff what there would be besides, if variables that are {@code false} by default were true
 * @param uncreated what is described besides and not created
 */
public record Configuration(
        String root,
        List<TaskDefinition> taskDefinitions,
        List<ServiceDefinition> services,
        Iam iam,
        List<Gap> gaps,
        List<Copying> copying,
        Uses uses,
        List<LeftOpen> leftOpen,
        List<SwitchedOff> switchedOff,
        List<Uncreated> uncreated) {
    private static final Given OPEN = new Given.Plain(new HiddenValue.Unknown("nobody gave the variable a value"));

    public Configuration {
        taskDefinitions = List.copyOf(taskDefinitions);
        services = List.copyOf(services);
        gaps = List.copyOf(gaps);
        copying = List.copyOf(copying);
        leftOpen = List.copyOf(leftOpen);
        switchedOff = List.copyOf(switchedOff);
        uncreated = List.copyOf(uncreated);
    }

    /** Without any pipeline. */
    public Configuration(
            String root,
            List<TaskDefinition> taskDefinitions,
            List<ServiceDefinition> services,
            Iam iam,
            List<Gap> gaps) {
        this(root, taskDefinitions, services, iam, gaps, List.of(), Uses.NONE, List.of(), List.of(), List.of());
    }

    /** Without anything about who may read what, and without any pipeline. */
    public Configuration(
            String root, List<TaskDefinition> taskDefinitions, List<ServiceDefinition> services, List<Gap> gaps) {
        this(root, taskDefinitions, services, Iam.NONE, gaps, List.of(), Uses.NONE, List.of(), List.of(), List.of());
    }

    /** The same, deployed by pipelines. */
    public Configuration deployedBy(List<Copying> pipelines) {
        return new Configuration(
                root, taskDefinitions, services, iam, gaps, pipelines, uses, leftOpen, switchedOff, uncreated);
    }

    /** The same, with what Terraform does with secrets besides. */
    public Configuration using(Uses others) {
        return new Configuration(
                root, taskDefinitions, services, iam, gaps, copying, others, leftOpen, switchedOff, uncreated);
    }

    /** A task definition with the names that it is left open whether it has them. */
    TaskDefinition filled(TaskDefinition definition) {
        List<Entry> open = leftOpen.stream()
                .filter(each -> each.definition().equals(definition.address()))
                .flatMap(each -> each instanceof LeftOpen.Named(String _, Name name, Presence.Conditional presence)
                        ? Stream.of(new Entry(name, OPEN, presence, List.of()))
                        : Stream.of())
                .toList();
        return open.isEmpty() || definition.containers().isEmpty() ? definition : definition.filled(open);
    }

    /** The same, and what there would be besides. */
    public Configuration leaving(List<LeftOpen> open) {
        return new Configuration(
                root, taskDefinitions, services, iam, gaps, copying, uses, open, switchedOff, uncreated);
    }

    /** The same, and what there would be if switches were on. */
    public Configuration switching(List<SwitchedOff> off) {
        return new Configuration(root, taskDefinitions, services, iam, gaps, copying, uses, leftOpen, off, uncreated);
    }

    /** The same, with what is described and not created. */
    public Configuration without(List<Uncreated> described) {
        return new Configuration(
                root, taskDefinitions, services, iam, gaps, copying, uses, leftOpen, switchedOff, described);
    }
}
