package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Standing;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What else the containers of a service have, where a name is missing in one of them. */
final class Neighbours {
    /** Those that rules have asked about since {@link #during} began. */
    private static final ScopedValue<Map<ServiceLedger, Neighbours>> KNOWN = ScopedValue.newInstance();

    private static final List<String> OFF = List.of("false", "False", "FALSE", "off", "0", "no", "disabled");

    private final ServiceLedger service;
    private final Alternatives alternatives;
    private final Set<Name> missing;
    private final Map<Name, Standing> standings = new HashMap<>();
    private final Once<NearMiss> undeclared;
    private final Once<NearMiss> absent;
    private final Once<StandIns> standIns;
    private final Once<Set<Name>> standingIn;
    private final Once<Dispensable> dispensable;
    private final Once<OtherParts> otherParts;
    private final Once<Selectors> selectors;
    private final Once<RoleKeys> roleKeys;
    private final Once<Unread> unread;

    /** Does work in which each service is asked about once, however many rules want to know. */
    static <T> T during(Supplier<T> work) {
        return ScopedValue.where(KNOWN, new IdentityHashMap<>()).call(work::get);
    }

    static Neighbours of(ServiceLedger service) {
        return KNOWN.isBound() ? KNOWN.get().computeIfAbsent(service, Neighbours::new) : new Neighbours(service);
    }

    private Neighbours(ServiceLedger service) {
        this.service = service;
        this.alternatives = Alternatives.of(service.contract());
        this.missing = names(row -> !undeclared(row) && row.configured() instanceof Presence.Absent);
        this.undeclared = new Once<>(
                () -> new NearMiss(names(row -> given(row) && undeclared(row) && !alternatives.knows(row.name()))));
        this.absent = new Once<>(() -> new NearMiss(missing));
        this.otherParts = new Once<>(() -> OtherParts.of(service));
        this.selectors = new Once<>(() -> new Selectors(service));
        this.roleKeys = new Once<>(() -> new RoleKeys(service));
        this.unread = new Once<>(() -> new Unread(service));
        this.dispensable = new Once<>(
                () -> new Dispensable(service.contract(), service.code(), missing::contains, switchedOff(service)));
        this.standIns = new Once<>(() -> new StandIns(names(Neighbours::given)));
        this.standingIn = new Once<>(() ->
                missing.stream().flatMap(name -> standIns().of(name).stream()).collect(Collectors.toSet()));
        rows().filter(row -> missing.contains(row.name()))
                .forEach(row -> row.standing()
                        .ifPresent(standing -> standings.merge(row.name(), standing, Neighbours::louder)));
    }

    /** The names that every container which has them is given the value {@code false}, or {@code off}, or the like. */
    private static Set<Name> switchedOff(ServiceLedger service) {
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .filter(Subject::configured)
                .filter(each ->
                        each.values().findAny().isPresent() && each.values().allMatch(Neighbours::off))
                .map(each -> each.row().name())
                .collect(Collectors.toSet());
    }

    private static boolean off(HiddenValue value) {
        return OFF.stream().anyMatch(off -> value.compare(new HiddenValue.Known(off)) == Agreement.SAME);
    }

    /** Why the application can do without a secret that nobody gives it. */
    Optional<String> dispensable(Subject each) {
        Name name = each.row().name();
        return switch (promise().standing(each).orElse(Standing.LOCAL)) {
            case SECRET ->
                notNeeded(each)
                        .or(() -> otherParts.get().reading(name))
                        .or(() -> otherParts.get().declaring(name, each.row().declarations()))
                        .or(() -> otherParts.get().entitled(name, each.row().declarations()))
                        .or(() -> unread.get().why(name));
            case REQUIRED ->
                byWords(each)
                        ? left(name)
                                .or(() -> otherParts.get().reading(name))
                                .or(() -> otherParts
                                        .get()
                                        .entitled(name, each.row().declarations()))
                        : Optional.empty();
            case SETTING, DEFAULTED, OPTIONAL, LOCAL -> Optional.empty();
        };
    }

    private Optional<String> left(Name name) {
        return Dispensable.vital(name) || throwing(name)
                ? Optional.empty()
                : dispensable.get().switchedOff(name);
    }

    /** What the declaration promises, and what the code makes of that. */
    Promise promise() {
        return new Promise(service.code());
    }

    /** By what was chosen; not what the application has for itself, nor what its code fails without. */
    private Optional<String> notNeeded(Subject each) {
        Name name = each.row().name();
        if (throwing(name)) {
            return Optional.empty();
        }
        Optional<String> role = roleKeys.get().why(name);
        return role.isPresent() || Dispensable.vital(name)
                ? role
                : dispensable
                        .get()
                        .why(name, each.row().declarations())
                        .or(() -> selectors.get().why(name));
    }

    /** Half a sentence that can follow a semicolon, where a switch of Terraform that is off by default keeps a name out. */
    Optional<String> switchedOff(Name name) {
        return service.switchedOff().stream()
                .filter(each -> each.name().equals(name))
                .map(each -> "it would only when `%s`, and that is off by default"
                        .formatted(each.presence().condition()))
                .findFirst();
    }

    private boolean throwing(Name name) {
        return service.code().failsWithout(name);
    }

    private static boolean byWords(Subject each) {
        return each.row().declarations().stream().allMatch(Declaration::byWords);
    }

    /** What the contract says of names one of which is enough. */
    Alternatives alternatives() {
        return alternatives;
    }

    private Set<Name> names(Predicate<Row> wanted) {
        return rows().filter(wanted).map(Row::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Stream<Row> rows() {
        return service.containers().stream().flatMap(container -> container.rows().stream());
    }

    private static Standing louder(Standing one, Standing other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static boolean given(Row row) {
        return row.configured() instanceof Presence.Present || row.configured() instanceof Presence.Conditional;
    }

    private static boolean undeclared(Row row) {
        return row.declared() instanceof Presence.Absent;
    }

    /** The name in the other containers of the service to which Terraform gives it. */
    List<Subject> holders(Subject each) {
        return service.containers().stream()
                .filter(container ->
                        !container.container().equals(each.container().container()))
                .flatMap(container -> Subject.of(service, container))
                .filter(other -> other.row().name().equals(each.row().name()) && given(other.row()))
                .toList();
    }

    /** The names that are enough in the place of a name, because the contract says so, and that a station has. */
    List<Name> enough(Name name, Predicate<Row> station) {
        List<Name> besides = alternatives.besides(name);
        return besides.isEmpty()
                ? besides
                : names(row -> besides.contains(row.name()) && station.test(row)).stream()
                        .toList();
    }

    /** The names that the code takes in the place of a name, wherever it reads it, and that may be there. */
    List<Name> taken(Name name, Predicate<Row> station) {
        Set<Name> instead = instead(name);
        return instead.isEmpty()
                ? List.of()
                : names(row -> instead.contains(row.name()) && station.test(row)).stream()
                        .toList();
    }

    /** Of names that the code takes in each other's place, and none of which is there, the one that speaks for this one. */
    Optional<Name> spokenForInCode(Subject each) {
        Name name = each.row().name();
        return instead(name).stream()
                .filter(other -> standings.containsKey(other) && instead(other).contains(name))
                .filter(other -> {
                    int promised = standing(other).compareTo(standing(name));
                    return promised < 0 || (promised == 0 && other.compareTo(name) < 0);
                })
                .findFirst();
    }

    /** What every read of a name takes in its place as well. */
    private Set<Name> instead(Name name) {
        return service.code().applicationReads(name).stream()
                .map(CodeRead::instead)
                .reduce((one, other) -> one.stream().filter(other::contains).collect(Collectors.toSet()))
                .orElse(Set.of());
    }

    /** Whether another name that would be enough is missing too and speaks for both: the one of which more is promised. */
    boolean spokenFor(Subject each) {
        Name name = each.row().name();
        return alternatives.besides(name).stream()
                .filter(other -> standings.containsKey(other) && standings.containsKey(name))
                .anyMatch(other -> speaksFor(other, name));
    }

    private Standing standing(Name name) {
        return standings.getOrDefault(name, Standing.LOCAL);
    }

    /** Of two that promise the same the first speaks, unless only one of them would be enough for the other. */
    private boolean speaksFor(Name other, Name name) {
        int promised = standing(other).compareTo(standing(name));
        boolean first =
                other.compareTo(name) < 0 || !alternatives.besides(other).contains(name);
        return promised < 0 || (promised == 0 && first);
    }

    /** The name that is given and declared nowhere, and was probably meant. */
    Optional<Name> meant(Name declared) {
        return undeclared.get().to(declared);
    }

    /** The name that is declared and given to nobody, and was probably meant. */
    Optional<Name> declaredAs(Name given) {
        return absent.get().to(given);
    }

    /** What a name may be made of, or, for a secret, where the application may fetch it. */
    List<Name> standIns(Subject each) {
        List<Name> own = standIns().of(each.row().name());
        return own.isEmpty() && each.row().kind() == Kind.SECRET ? standIns().stores() : own;
    }

    /** Whether a name stands in for one that is declared and given to nobody. */
    boolean standsIn(Name name) {
        return standingIn.get().contains(name);
    }

    private StandIns standIns() {
        return standIns.get();
    }

    /** The file that declares the names. */
    static String file(Contract contract) {
        return contract.files().isEmpty() ? ".env.example" : contract.files().getFirst();
    }
}
