package dev.envgate.dotenv;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Example;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Tag;
import dev.envgate.ledger.ValueLook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Decides what one declaration promises: tags count before words, words before the look of name and value. */
final class Meaning {
    private static final Pattern VALUES = Pattern.compile("\\b([A-Z][A-Z0-9_]{2,100}=)(?:\"[^\"]*\"|'[^']*'|\\S+)");
    private static final Pattern SECRETS = Pattern.compile(
            "(?:\\b(?:sk|rk|pk|hf|gh[pousr]|github_pat|npm|whsec)_|\\bsk-|\\bglpat-|\\bxox[abeprs]-|\\bAKIA|\\beyJ)[\\w.-]{12,}|(?<=://)[^/@:\\s]{0,100}:[^/@\\s]{1,100}(?=@)");
    private static final Pattern ONE_REFERENCE = Pattern.compile("\\$\\w+|\\$\\{\\w+\\}");

    /** Half a sentence that can follow "because" goes with every answer, without anything of the value. */
    private record Answer<T>(T is, Declaration.Ground ground, String because) {
        static <T> Answer<T> byLooks(T is, String because) {
            return new Answer<>(is, Declaration.Ground.LOOKS, because);
        }

        static <T> Optional<Answer<T>> byTag(T is, String because) {
            return Optional.of(new Answer<>(is, Declaration.Ground.TAG, because));
        }
    }

    private final Passage passage;
    private final String name;
    private final Set<String> beside;
    private final List<Tag> tags;
    private final ValueLook look;
    private final String value;

    /** @param beside all names of the same file */
    Meaning(Passage passage, Set<String> beside) {
        this.passage = passage;
        this.name = passage.assignment().name().text();
        this.beside = beside;
        this.tags = passage.remarks().stream()
                .flatMap(remark -> TagParser.read(remark.span()).stream())
                .toList();
        Value given = passage.assignment().value();
        this.look = new ValueLook(given.text());
        this.value = given.text().strip();
    }

    Declaration declaration() {
        Answer<Kind> kind = kind();
        Answer<Standing> standing = standing(kind);
        return new Declaration(
                new Name(name),
                passage.assignment().name(),
                kind.is(),
                kind.because(),
                standing.is(),
                standing.ground(),
                standing.because(),
                comment(),
                passage.assignment().commentedOut(),
                example(),
                tags,
                passage.section().title());
    }

    private Example example() {
        if (value.isEmpty()) {
            return Example.BLANK;
        }
        if (look.isSwitchedOff() || value.equals("0")) {
            return Example.OFF;
        }
        if (look.holdsPassword() && !look.hasPasswordInAddress()) {
            return Example.OWN_MACHINE;
        }
        return Example.OTHER;
    }

    /** Lines that hold nothing but tags are said by the tags. */
    private List<String> comment() {
        return passage.remarks().stream()
                .map(Remark::text)
                .filter(line -> !(line.startsWith("@") && isTagOnly(line)))
                .map(Meaning::withoutValues)
                .toList();
    }

    /** People explain names by their values, and paste secrets while they do. */
    private static String withoutValues(String line) {
        return SECRETS.matcher(VALUES.matcher(line).replaceAll("$1\u2026")).replaceAll("\u2026");
    }

    private boolean isTagOnly(String line) {
        return Tag.KNOWN.contains(line.substring(1).split("[^a-z-]", 2)[0]);
    }

    private Answer<Kind> kind() {
        return taggedKind().or(this::kindByValue).orElseGet(this::kindByName);
    }

    private Optional<Answer<Kind>> taggedKind() {
        if (has("secret") || has("sensitive")) {
            return Answer.byTag(Kind.SECRET, "a tag says that it is a secret");
        }
        boolean plain = has("plain") || has("public") || hasNegated("secret") || hasNegated("sensitive");
        return plain ? Answer.byTag(Kind.SETTING, "a tag says that it is not a secret") : Optional.empty();
    }

    private Optional<Answer<Kind>> kindByValue() {
        if (LocalNames.isPublic(name)) {
            return Optional.of(Answer.byLooks(Kind.SETTING, "it is built into a front end that everybody can read"));
        }
        if (look.isSwitchedOn()) {
            return Optional.of(Answer.byLooks(Kind.SETTING, "the value is a switch"));
        }
        if (look.isPath()) {
            return Optional.of(Answer.byLooks(Kind.SETTING, "the value is the path of a file"));
        }
        return Optional.empty();
    }

    private Answer<Kind> kindByName() {
        Likeness likeness = Likeness.of(NameWords.of(name));
        return switch (likeness) {
            case SECRET -> Answer.byLooks(Kind.SECRET, "its name ends with `" + ending() + "`");
            case SETTING -> addressOr("its name is not that of a secret");
            case OPEN -> openKind();
        };
    }

    private String ending() {
        List<String> parts = List.of(name.split("(?<=[_.:-])(?=[^_.:-])"));
        return String.join("", parts.subList(Math.max(0, parts.size() - 2), parts.size()));
    }

    private Answer<Kind> openKind() {
        if (look.hasFormOfSecret()) {
            return Answer.byLooks(Kind.SECRET, "the value has the form of a secret");
        }
        return look.standsForSecret()
                ? Answer.byLooks(Kind.SECRET, "the value looks like a placeholder for a secret")
                : addressOr("neither its name nor its value looks like a secret");
    }

    private Answer<Kind> addressOr(String because) {
        return look.hasPasswordInAddress()
                ? Answer.byLooks(Kind.SECRET, "the value is an address with a password in it")
                : Answer.byLooks(Kind.SETTING, because);
    }

    private Answer<Standing> standing(Answer<Kind> kind) {
        return taggedStanding()
                .or(this::standingByPlace)
                .or(this::standingByWords)
                .orElseGet(() -> standingByKind(kind));
    }

    private Answer<Standing> standingByKind(Answer<Kind> kind) {
        if (kind.is() == Kind.SETTING) {
            return standingByValue();
        }
        return look.isSwitchedOff()
                ? Answer.byLooks(Standing.DEFAULTED, "the value switches it off")
                : Answer.byLooks(Standing.SECRET, kind.because());
    }

    private Optional<Answer<Standing>> taggedStanding() {
        if (has("required") || hasNegated("optional")) {
            return Answer.byTag(Standing.REQUIRED, "a tag says that it is required");
        }
        return has("optional") || hasNegated("required")
                ? Answer.byTag(Standing.OPTIONAL, "a tag says that it is optional")
                : Optional.empty();
    }

    private Optional<Answer<Standing>> standingByPlace() {
        if (passage.assignment().commentedOut()) {
            return Optional.of(Answer.byLooks(Standing.OPTIONAL, "it is commented out"));
        }
        return has("local")
                ? Answer.byTag(Standing.LOCAL, "a tag says that it is local")
                : LocalNames.because(name, beside).map(because -> Answer.byLooks(Standing.LOCAL, because));
    }

    private Optional<Answer<Standing>> standingByWords() {
        return Hint.in(passage.remarks())
                .map(hint -> new Answer<>(
                        standing(hint), Declaration.Ground.WORDS, "its comment says `" + hint.words() + "`"))
                .or(this::standingByBlock)
                .or(this::standingBySection);
    }

    private Optional<Answer<Standing>> standingByBlock() {
        return Hint.asTitle(passage.block(), name)
                .or(() -> Hint.asHeading(passage.heading(), name))
                .filter(this::mayDecide)
                .map(hint -> new Answer<>(
                        standing(hint),
                        Declaration.Ground.HEADING,
                        "the comment above its block says `" + hint.words() + "`"));
    }

    private Optional<Answer<Standing>> standingBySection() {
        return Hint.in(passage.section())
                .filter(this::mayDecide)
                .filter(hint -> hint.sense() == Hint.Sense.REQUIRED
                        || passage.section().isAbout(name, !passage.heading().isEmpty()))
                .map(hint -> new Answer<>(
                        standing(hint),
                        Declaration.Ground.HEADING,
                        "the section above it says `" + hint.words() + "`"));
    }

    /** What is said of many names does not require one that has a default. */
    private boolean mayDecide(Hint hint) {
        return hint.sense() != Hint.Sense.REQUIRED || !isUsable();
    }

    private static Standing standing(Hint hint) {
        return switch (hint.sense()) {
            case REQUIRED -> Standing.REQUIRED;
            case LOCAL -> Standing.LOCAL;
            case OPTIONAL -> Standing.OPTIONAL;
        };
    }

    private Answer<Standing> standingByValue() {
        if (isUsable()) {
            return Answer.byLooks(Standing.DEFAULTED, "it has a value that can be used");
        }
        return Answer.byLooks(Standing.SETTING, whyUnusable());
    }

    private String whyUnusable() {
        if (isComputed()) {
            return "its value is made from something else";
        }
        return value.isEmpty() ? "it has no value" : "its value only shows what belongs there";
    }

    private boolean isUsable() {
        return !value.isEmpty() && !isComputed() && !look.isPlaceholder();
    }

    /** Whether the value comes whole from elsewhere: a command, a template, another variable without a default. */
    private boolean isComputed() {
        boolean literal = passage.assignment().value().literal();
        return !literal
                && (value.contains("$(")
                        || value.contains("<%")
                        || ONE_REFERENCE.matcher(value).matches());
    }

    private boolean has(String tag) {
        return tags.stream().anyMatch(each -> each.name().equals(tag) && !each.negated());
    }

    private boolean hasNegated(String tag) {
        return tags.stream().anyMatch(each -> each.name().equals(tag) && each.negated());
    }
}
