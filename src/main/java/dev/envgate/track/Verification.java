package dev.envgate.track;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a fault that a run did not find is gone. Not to have found it proves nothing: it is gone when the run looked at its service, at
 * its container, and at all that it depends on, and at least as closely as the run that found it.
 */
record Verification(Survey survey) {
    private static final String UNDER_WAY = "in-progress";
    private static final String EXPIRED = "expired-suppression";
    private static final Set<String> OF_DECISIONS = Set.of("unused-suppression", "stale-baseline");
    private static final Set<String> OF_ROLES = Set.of("secret-unreadable", "no-execution-role");

    private static final Set<String> OF_CODE = Set.of("undeclared-in-code", "unused-declaration");
    private static final Set<String> OF_TASKS =
            Set.of("rollout-failed", "mixed-revisions", "service-behind", "stale-injection");

    /** What these find hangs on values in plain text that were known. */
    private static final Set<String> OF_VALUES =
            Set.of("value-drift", "empty-value", "placeholder-value", "plaintext-secret");

    /** What these find hangs on files and on what runs alone; what a store says of a secret changes nothing. */
    private static final Set<String> NOT_OF_STORES = Set.of(
            "duplicate-name",
            "kind-drift",
            "malformed-entry",
            "malformed-reference",
            "not-configured",
            "undeclared",
            "undeployed",
            "unmanaged",
            "wrong-container");

    Fate of(Mark mark) {
        Optional<Fault> there = survey.fault(mark.fingerprint());
        if (there.isPresent()) {
            return new Fate.There(there.get());
        }
        if (survey.setAside().containsKey(mark.fingerprint())) {
            return new Fate.SetAside(survey.setAside().getOrDefault(mark.fingerprint(), ""));
        }
        return mark.subject().service().isEmpty() ? ofFile(mark) : ofService(mark);
    }

    private Fate ofService(Mark mark) {
        Subject subject = mark.subject();
        List<Survey.Looked> named = survey.services().stream()
                .filter(each -> each.service().equals(subject.service())
                        && each.environment().equals(subject.environment()))
                .toList();
        if (named.isEmpty()) {
            return new Fate.Elsewhere();
        }
        List<Survey.Looked> same = named.stream()
                .filter(each -> each.namesake().equals(subject.namesake()))
                .toList();
        if (same.size() != 1) {
            return new Fate.Unknown("there are other services of that name in one of the two runs");
        }
        if (!mark.where().isEmpty() && !mark.where().equals(same.getFirst().where())) {
            return new Fate.Unknown("it was found in another cluster, account or region");
        }
        return doubt(mark, same.getFirst()).<Fate>map(Fate.Unknown::new).orElseGet(Fate.Gone::new);
    }

    private Optional<String> doubt(Mark mark, Survey.Looked service) {
        return Stream.of(
                        inputs(),
                        running(service),
                        tasks(mark.subject(), service),
                        depth(mark, service),
                        lines(mark.subject()),
                        still(mark.subject()),
                        contract(mark),
                        prefixes(mark.subject()),
                        survey.gaps().stream().flatMap(each -> gap(each, mark.subject(), service)))
                .flatMap(each -> each)
                .findFirst();
    }

    private Stream<String> inputs() {
        return survey.readable() ? Stream.of() : Stream.of("not every input could be read");
    }

    private static Stream<String> running(Survey.Looked service) {
        if (service.state().isEmpty() || service.state().equals("unknown")) {
            return Stream.of("what runs was not seen");
        }
        return service.rollout().equals(UNDER_WAY) ? Stream.of("its rollout is still under way") : Stream.of();
    }

    /** A file that says which revision runs tells nothing of a rollout and its tasks; what a schedule starts has none. */
    private static Stream<String> tasks(Subject subject, Survey.Looked service) {
        boolean scheduled =
                subject.rule().equals("service-behind") && service.state().equals("started");
        return OF_TASKS.contains(subject.rule()) && service.rollout().isEmpty() && !scheduled
                ? Stream.of("how its rollout went was not looked at")
                : Stream.of();
    }

    /** A name that is in no line is not wanted any more, unless the contract that wanted it was left out of the run. */
    private Stream<String> contract(Mark mark) {
        List<Survey.Line> lines = linesOf(mark.subject());
        boolean told = mark.contract().isEmpty()
                || lines.stream()
                        .anyMatch(each -> each.name().equals(mark.subject().name())
                                || each.contract().equals(mark.contract()));
        return told ? Stream.of() : Stream.of("`" + mark.contract() + "`, which declared it, gave no name in this run");
    }

    private static Stream<String> prefixes(Subject subject) {
        return subject.rule().equals("orphan-secret")
                ? Stream.of("a report does not tell under which prefixes secrets were looked for")
                : Stream.of();
    }

    private Stream<String> depth(Mark mark, Survey.Looked service) {
        if (mark.deep() && !survey.deep()) {
            return Stream.of("it was found by `--deep`, and this run has read no value");
        }
        if (mark.strict() && !survey.strict()) {
            return Stream.of("it was found by `--strict`, and this run asks for less");
        }
        if (mark.searched() && !service.searched()) {
            return Stream.of("the code was searched when it was found, and not to the end in this run");
        }
        return mark.subject().rule().equals("endpoint-failed") && service.endpoints() == 0
                ? Stream.of("no endpoint was called, as `envgate smoke` does")
                : Stream.of();
    }

    /** Each station of the name has to be known; a container without any names may be one that was left out of the run. */
    private Stream<String> lines(Subject subject) {
        List<Survey.Line> container = linesOf(subject);
        if (container.isEmpty() && !subject.container().isEmpty()) {
            return Stream.of("its container has no names in this run");
        }
        return subject.name().isEmpty()
                ? Stream.of()
                : container.stream()
                        .filter(each -> each.name().equals(subject.name()))
                        .flatMap(each -> doubts(each, subject.rule()));
    }

    private static Stream<String> doubts(Survey.Line line, String rule) {
        return OF_VALUES.contains(rule) && !line.valued()
                ? Stream.concat(line.doubts().stream(), Stream.of("not every value of it was known in this run"))
                : line.doubts().stream();
    }

    /** What is missing as it was is not gone, though a run without `--strict` does not ask for it. */
    private Stream<String> still(Subject subject) {
        return linesOf(subject).stream()
                .filter(each -> each.name().equals(subject.name()) && isMissing(each.absent(), subject.rule()))
                .map(_ -> "it is still missing, though this run does not ask for it");
    }

    private static boolean isMissing(Set<String> absent, String rule) {
        return switch (rule) {
            case "not-configured", "wrong-container" ->
                !absent.contains("declared") && absent.containsAll(Set.of("configured", "deployed"));
            case "undeployed" -> !absent.contains("configured") && absent.contains("deployed");
            default -> false;
        };
    }

    private List<Survey.Line> linesOf(Subject subject) {
        return survey.lines().stream().filter(each -> each.isOf(subject)).toList();
    }

    /** What could not be looked at hides faults, unless it is clear that it is about something else. */
    private Stream<String> gap(Survey.Gap gap, Subject subject, Survey.Looked service) {
        String own = service.title() + ": ";
        boolean ofAnother = survey.services().stream()
                .filter(each -> !each.title().equals(service.title()))
                .anyMatch(each -> gap.what().equals(each.title()) || gap.what().startsWith(each.title() + ": "));
        if (ofAnother && !gap.what().startsWith(own)) {
            return Stream.of();
        }
        String what = gap.what().startsWith(own) ? gap.what().substring(own.length()) : gap.what();
        return gap.cause() == Survey.Cause.UNDECIDED && aboutSomethingElse(gap, what, subject)
                ? Stream.of()
                : Stream.of("`" + gap.what() + "` could not be verified");
    }

    private boolean aboutSomethingElse(Survey.Gap gap, String what, Subject subject) {
        List<Survey.Line> lines = linesOf(subject);
        boolean seen = lines.stream().anyMatch(each -> each.name().equals(subject.name()));
        return (!what.equals(subject.name())
                        && lines.stream().anyMatch(each -> each.name().equals(what)))
                || (what.startsWith("further ") && seen)
                || (what.startsWith("what the role ") && !OF_ROLES.contains(subject.rule()))
                || (gap.station().equals("stored") && NOT_OF_STORES.contains(subject.rule()));
    }

    /** A fault of no service is one of a file, and the file has to be among those that were read. */
    private Fate ofFile(Mark mark) {
        Subject subject = mark.subject();
        if (OF_DECISIONS.contains(subject.rule())) {
            return new Fate.Unknown("only a run that looks at everything tells");
        }
        if (!isRead(mark)) {
            return new Fate.Elsewhere();
        }
        boolean whole = survey.readable()
                && survey.gaps().stream()
                        .noneMatch(each -> each.station().equals("declared") && each.cause() != Survey.Cause.UNDECIDED);
        return Stream.of(
                        whole ? Stream.<String>of() : Stream.of("not every contract could be read"),
                        code(subject),
                        prefixes(subject))
                .flatMap(each -> each)
                .findFirst()
                .<Fate>map(Fate.Unknown::new)
                .orElseGet(Fate.Gone::new);
    }

    /** No report tells which code was read, so what was found in code is for a run about the same services. */
    private boolean isRead(Mark mark) {
        Subject subject = mark.subject();
        return switch (subject.rule()) {
            case EXPIRED -> survey.configuration().equals(subject.file());
            case "undeclared-in-code" -> survey.everywhere().equals(mark.where());
            default ->
                survey.lines().stream()
                        .anyMatch(each -> each.environment().equals(subject.environment())
                                && each.contract().equals(subject.file()));
        };
    }

    private Stream<String> code(Subject subject) {
        return OF_CODE.contains(subject.rule()) && !survey.services().stream().allMatch(Survey.Looked::searched)
                ? Stream.of("the code was not searched to the end in this run")
                : Stream.of();
    }
}
