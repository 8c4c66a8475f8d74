package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.TaskDefinition;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Code that was searched, and the services that run it. */
record Application(Code.Searched code, List<ServiceLedger> services) {
    Application {
        services = List.copyOf(services);
    }

    /** Those whose contract stands for their code: at least one declared name is read. */
    static Stream<Application> of(Ledger ledger) {
        Map<String, Application> byRoot = new LinkedHashMap<>();
        for (ServiceLedger service : ledger.services()) {
            if (service.code() instanceof Code.Searched searched) {
                byRoot.merge(searched.root(), new Application(searched, List.of(service)), Application::and);
            }
        }
        return byRoot.values().stream().filter(Application::known);
    }

    private Application and(Application other) {
        return new Application(
                code, Stream.concat(services.stream(), other.services.stream()).toList());
    }

    private boolean known() {
        Set<Name> declared = declarations().map(Declaration::name).collect(Collectors.toSet());
        return code.reads().stream()
                .anyMatch(read -> read.reader() == Reader.APPLICATION && declared.contains(read.name()));
    }

    Stream<Declaration> declarations() {
        return services.stream()
                .map(ServiceLedger::contract)
                .distinct()
                .flatMap(contract -> contract.declarations().stream());
    }

    /** The names that are declared, in Terraform or live, as loaders of nested settings see them. */
    Set<String> folded() {
        Stream<Name> declared = declarations().map(Declaration::name);
        Stream<Name> given = definitions()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> container.entries().stream())
                .map(entry -> entry.name());
        return Stream.concat(declared, given).map(Name::folded).collect(Collectors.toSet());
    }

    private Stream<TaskDefinition> definitions() {
        return services.stream()
                .flatMap(service -> Stream.of(service.definitions(), service.others(), running(service))
                        .flatMap(Collection::stream));
    }

    private static List<TaskDefinition> running(ServiceLedger service) {
        return service.deployment().definitions();
    }

    /** Whether no container can have names that are not listed. */
    boolean complete() {
        return services.stream().noneMatch(service -> service.definitions().isEmpty())
                && definitions()
                        .flatMap(definition -> definition.containers().stream())
                        .allMatch(Application::listed)
                && definitions().allMatch(definition -> definition.gaps().isEmpty());
    }

    private static boolean listed(ContainerDefinition container) {
        return container.gaps().isEmpty() && container.environmentFiles().isEmpty();
    }
}
