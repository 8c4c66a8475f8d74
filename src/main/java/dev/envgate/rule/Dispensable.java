package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Example;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Secrets of something that the application can leave out, by what the contract says of it: a switch beside it is off, or all of
 * an integration is blank where other secrets are not, and nothing of it is anywhere. A key that the application has for itself is none of
 * them, nor is that of its database. That the code takes an empty text for it says nothing: an endpoint that then answers 500 does so too.
 */
final class Dispensable {
    /** What an application signs, encrypts and keeps its data with. */
    private static final Set<String> VITAL = Set.of(
            "cookie",
            "csrf",
            "database",
            "datasource",
            "db",
            "encryption",
            "hmac",
            "jwt",
            "mariadb",
            "mongo",
            "mongodb",
            "mysql",
            "nextauth",
            "pepper",
            "pg",
            "pgpassword",
            "postgres",
            "postgresql",
            "rds",
            "redis",
            "salt",
            "session",
            "signing",
            "sql");

    /** A name of nothing but these is a key of the application itself. */
    private static final Set<String> OWN = Set.of(
            "access",
            "app",
            "application",
            "auth",
            "base",
            "django",
            "flask",
            "key",
            "laravel",
            "master",
            "rails",
            "secret",
            "token");

    private static final List<String> ENDS = List.of("_ENABLED", "_ENABLE", "_ACTIVE", "_ON");
    private static final List<String> BEGINNINGS = List.of("ENABLE_", "USE_");

    private final Contract contract;
    private final Code code;
    private final Predicate<Name> missing;
    private final Collection<Name> off;

    /**
     * @param missing whether Terraform gives a declared name to no container
     * @param off the names that Terraform sets to {@code false} and the like
     */
    Dispensable(Contract contract, Code code, Predicate<Name> missing, Collection<Name> off) {
        this.off = off;
        this.contract = contract;
        this.code = code;
        this.missing = missing;
    }

    /** Half a sentence that can follow a semicolon. */
    Optional<String> why(Name name, List<Declaration> declarations) {
        boolean blank = declarations.stream().allMatch(each -> each.example() == Example.BLANK);
        return switchOf(name)
                .map(each -> off.contains(each)
                        ? "Terraform switches it off with `%s`".formatted(each)
                        : "`%s` switches it off where it is declared".formatted(each))
                .or(() -> blank && leftOut(name)
                        ? Optional.of("all of `%s` is blank where it is declared, and none of it is there"
                                .formatted(family(name) + "*"))
                        : Optional.empty());
    }

    /** Likewise, where it is Terraform that switches it off; that counts for more than words which require it. */
    Optional<String> switchedOff(Name name) {
        return switchOf(name).filter(off::contains).map("Terraform switches it off with `%s`"::formatted);
    }

    /** In a contract that shows what secrets look like, an integration of which nothing is filled in is one that not everybody uses. */
    private boolean leftOut(Name name) {
        List<Declaration> members = contract.declarations().stream()
                .filter(each -> each.name().text().startsWith(family(name)) && !each.commentedOut())
                .toList();
        return !family(name).isEmpty()
                && members.size() > 1
                && members.stream().allMatch(each -> missing.test(each.name()) && mayStayBlank(each))
                && contract.declarations().stream()
                        .anyMatch(each -> each.kind() == Kind.SECRET && each.example() == Example.OTHER)
                && code instanceof Code.Searched
                && !code.readsInApplication(name);
    }

    private static boolean mayStayBlank(Declaration member) {
        return switch (member.standing()) {
            case REQUIRED -> false;
            case SECRET, SETTING -> member.example() == Example.BLANK;
            case DEFAULTED, OPTIONAL, LOCAL -> true;
        };
    }

    /** {@code SHOP_} of {@code SHOP_API_KEY}. */
    private static String family(Name name) {
        return name.text().substring(0, name.text().indexOf('_') + 1);
    }

    /** Whether it is of what an application signs, encrypts and keeps its data with, or its own key. */
    static boolean vital(Name name) {
        Set<String> words = new HashSet<>(NameWords.of(name.text()));
        return words.stream().anyMatch(VITAL::contains) || OWN.containsAll(words);
    }

    /** A switch that Terraform sets to another value than off says that the secret is needed. */
    private Optional<Name> switchOf(Name name) {
        return Stream.concat(
                        off.stream(),
                        contract.declarations().stream()
                                .filter(each -> each.example() == Example.OFF && missing.test(each.name()))
                                .map(Declaration::name))
                .filter(each ->
                        switched(each.text()).anyMatch(what -> name.text().startsWith(what + "_")))
                .findFirst();
    }

    /** What a switch is for: {@code CHAT} of {@code CHAT_ENABLED} and of {@code ENABLE_CHAT}, {@code PAY_SANDBOX} of {@code PAY_USE_SANDBOX}. */
    private static Stream<String> switched(String name) {
        String bare = name.startsWith("FEATURE_") ? name.substring("FEATURE_".length()) : name;
        return Stream.concat(
                bare.contains("_USE_") ? Stream.of(bare.replace("_USE_", "_")) : Stream.of(), switchedAtEnds(bare));
    }

    private static Stream<String> switchedAtEnds(String name) {
        return Stream.concat(
                        ENDS.stream()
                                .filter(name::endsWith)
                                .map(end -> name.substring(0, name.length() - end.length())),
                        BEGINNINGS.stream()
                                .filter(name::startsWith)
                                .map(beginning -> name.substring(beginning.length())))
                .filter(what -> what.length() > 1);
    }
}
