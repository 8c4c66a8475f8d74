package dev.envgate.track;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a report tells that follow-ups depend on: what was found, and how far the run looked.
 *
 * @param deep whether values were read
 * @param strict whether declared names were louder than they are
 * @param configuration the file of the configuration; empty without one
 * @param setAside why a fault does not count, by its fingerprint
 * @param readable whether all inputs could be read
 * @param unverified whether the run came to no decision
 */
public record Survey(
        boolean deep,
        boolean strict,
        String configuration,
        List<Looked> services,
        List<Line> lines,
        List<Fault> faults,
        Map<String, String> setAside,
        List<Gap> gaps,
        boolean readable,
        boolean unverified) {
    public Survey {
        services = List.copyOf(services);
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
        setAside = Map.copyOf(setAside);
        gaps = List.copyOf(gaps);
    }

    /**
     * A service that was looked at.
     *
     * @param where a digest of its cluster, account and region; empty where the account is not known
     * @param state of what runs
     * @param rollout how far the rollout has got; empty where nothing is known of it
     * @param searched whether its code was searched to the end
     * @param endpoints how many of its endpoints were called
     */
    public record Looked(
            String service,
            String environment,
            String namesake,
            String where,
            String state,
            String rollout,
            boolean searched,
            int endpoints) {
        /** As the run calls it where there are several. */
        String title() {
            return environment.isEmpty() ? service : service + " (" + environment + ")";
        }
    }

    /**
     * How far one name got.
     *
     * @param contract the file that declares it; empty where none does
     * @param absent the stations that do not have it
     * @param valued whether the values that it gives were known; those of secrets are judged by {@code --deep}
     * @param doubts why one of its stations is not known; none when all are
     */
    public record Line(
            String service,
            String environment,
            String namesake,
            String container,
            String name,
            String contract,
            Set<String> absent,
            boolean valued,
            List<String> doubts) {
        public Line {
            absent = Set.copyOf(absent);
            doubts = List.copyOf(doubts);
        }

        /** Whether it is of the container of a fault, or of its service where the fault is of no container. */
        boolean isOf(Subject subject) {
            return service.equals(subject.service())
                    && environment.equals(subject.environment())
                    && namesake.equals(subject.namesake())
                    && (subject.container().isEmpty() || container.equals(subject.container()));
        }
    }

    /** Something that could not be looked at. */
    public record Gap(String station, String what, String why, Cause cause) {}

    /** Why there is no answer. */
    public enum Cause {
        /** It was asked for, and no answer came. */
        FAILED,
        /** Nobody asked. */
        NOT_ASKED,
        /** What was read does not decide it, and will not tomorrow. */
        UNDECIDED
    }

    /** Where the fault was found: at its service, or in a run about all of these. */
    String where(Subject subject) {
        if (subject.service().isEmpty()) {
            return everywhere();
        }
        return services.stream()
                .filter(each -> each.service().equals(subject.service())
                        && each.environment().equals(subject.environment())
                        && each.namesake().equals(subject.namesake()))
                .map(Looked::where)
                .findFirst()
                .orElse("");
    }

    /** A digest of all services that were looked at. */
    String everywhere() {
        return Section.digest(services.stream()
                .map(each -> String.join("\n", each.service(), each.environment(), each.where()))
                .sorted()
                .collect(Collectors.joining("\n\n")));
    }

    /** The file that declares the name of a fault; empty where none does. */
    String contract(Subject subject) {
        return lines.stream()
                .filter(each -> each.isOf(subject) && each.name().equals(subject.name()))
                .map(Line::contract)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    Optional<Fault> fault(String fingerprint) {
        return faults.stream()
                .filter(each -> each.fingerprint().equals(fingerprint))
                .findFirst();
    }
}
