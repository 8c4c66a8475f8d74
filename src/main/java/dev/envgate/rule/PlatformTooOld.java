package dev.envgate.rule;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Platform;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A version of Fargate that cannot give the container what its task definition asks for. */
final class PlatformTooOld implements Rule {
    /** From this version on Fargate picks a key or a version of a secret, and reads environment files. */
    private static final String PARTS = "1.4.0";

    /** From this version on Fargate fetches secrets at all. */
    private static final String SECRETS = "1.3.0";

    @Override
    public String id() {
        return "platform-too-old";
    }

    @Override
    public String summary() {
        return "The service runs on a version of Fargate that is too old for the secrets or files of its containers.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        List<Finding> configured =
                service.services().size() == 1 && service.definitions().size() == 1
                        ? configured(service, service.services().getFirst()).toList()
                        : List.of();
        return configured.isEmpty() ? running(service) : configured.stream();
    }

    private Stream<Finding> configured(ServiceLedger service, ServiceDefinition definition) {
        return definition.presence() instanceof Presence.Present
                ? findings(
                        service,
                        service.definitions().getFirst(),
                        definition.platform(),
                        "set `platform_version` of the service to `LATEST`, or take it out.")
                : Stream.of();
    }

    private Stream<Finding> running(ServiceLedger service) {
        return service.deployment() instanceof Deployment.Running running
                ? findings(
                        service,
                        running.definition(),
                        running.progress().platform(),
                        "deploy `%s` with `--platform-version LATEST`.".formatted(service.service()))
                : Stream.of();
    }

    private Stream<Finding> findings(ServiceLedger service, TaskDefinition definition, Platform platform, String hint) {
        return definition.containers().stream()
                .flatMap(container -> needs(container)
                        .filter(need -> older(platform, need.version()))
                        .limit(1)
                        .map(need -> new Finding(
                                id(),
                                Severity.ERROR,
                                service.service(),
                                container.name().toString(),
                                need.name(),
                                "It runs on version `%s` of Fargate, and %s takes `%s` at least, so the container cannot start."
                                        .formatted(platform.version(), need.what(), need.version()),
                                hint,
                                need.place())));
    }

    /**
     * Something that takes a version of Fargate.
     *
     * @param name the variable that it is needed for; empty for one that is needed for many
     * @param what it is, as the subject of a sentence
     */
    private record NeedOf(String name, String what, String version, Place place) {}

    private static Stream<NeedOf> needs(ContainerDefinition container) {
        Stream<NeedOf> files = container.environmentFiles().stream()
                .map(_ -> new NeedOf("", "an environment file", PARTS, container.place()));
        return Stream.concat(container.entries().stream().flatMap(entry -> need(entry).stream()), files);
    }

    private static Optional<NeedOf> need(Entry entry) {
        if (!(entry.presence() instanceof Presence.Present(Place place))
                || !(entry.given() instanceof Given.Secret(Reference reference))) {
            return Optional.empty();
        }
        String name = entry.name().text();
        if (!reference.jsonKey().isEmpty()) {
            return Optional.of(new NeedOf(name, "a key of a secret", PARTS, place));
        }
        boolean version =
                !reference.versionStage().isEmpty() || !reference.versionId().isEmpty();
        return Optional.of(
                version
                        ? new NeedOf(name, "a version of a secret", PARTS, place)
                        : new NeedOf(name, "a secret", SECRETS, place));
    }

    /** Only the versions of Linux are numbered so; that of Windows is {@code 1.0.0}. */
    private static boolean older(Platform platform, String needed) {
        String version = platform.version().toString();
        String family = platform.family().toString().toLowerCase(Locale.ROOT);
        boolean linux = family.isEmpty() ? !version.equals("1.0.0") : family.equals("linux");
        return linux && platform.version().known() && version.matches("1\\.[0-9]\\.0") && version.compareTo(needed) < 0;
    }
}
