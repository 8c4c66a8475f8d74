package dev.envgate.dotenv;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a team say about a name. They weigh less than a tag, and the words that decided are told; they are words of the
 * patterns below and never a part of a value.
 */
record Hint(Sense sense, String words) {
    /** What the words mean, the one that counts first. */
    enum Sense {
        REQUIRED,
        LOCAL,
        OPTIONAL
    }

    private record Form(Sense sense, Pattern pattern) {}

    private static final int LONGEST = 400;

    private static final String NEEDED =
            "(?:required|mandatory|obligatoire|obligatorio|obrigatório|erforderlich|pflichtfeld|必须|必填|必須|обязательно)";
    private static final String FREE =
            "(?:optional(?:ly)?|optionnel|facultatif|opcional|可选|任意|опционально|необязательно)";
    private static final String LAPTOP =
            "(?:local(?:ly|host)?|dev|development|laptop|testing|tests?|unit tests|ci|docker[- ]compose|docker)";
    private static final String STAGE = "(?:production|prod|aws|ecs|deployment|staging)";
    private static final String END = "(?![\\p{L}\\p{N}_=-])";
    private static final String NO_CONDITION = END
            + "(?! +(?:only |just )?(?:if|when|unless|only|for|by|to|in|with|variables? for)\\b|[\\w ]{0,20} \\(or\\b)";

    /** What every form has one of, unless it is of another alphabet. Most lines have none, and to search those for the forms would take most of the time of a short run. */
    private static final List<String> STEMS = List.of(
            "requir",
            "need",
            "mandat",
            "obligat",
            "erforder",
            "pflicht",
            "opt",
            "opcional",
            "obrigat",
            "facult",
            "only",
            "no code",
            "not",
            "n't",
            "never",
            "no longer",
            "deprecat",
            "leave",
            "can be",
            "unset",
            "blank",
            "empty",
            "omitted");

    /** Made when the first line has a stem. */
    private static final class Forms {
        /** A line that lets off one name and asks for another says nothing of either: {@code # at least one required, others optional}. */
        private static final Pattern ASKS_TOO = Pattern.compile(
                "(?iu)\\bat least one\\b|(?<!\\bnot )\\b(?:is|are) (?:required|mandatory)\\b(?! (?:only )?(?:if|when|unless|for)\\b)");

        private static final List<Form> ALL = List.of(
                form(
                        Sense.OPTIONAL,
                        "\\b(?:not|isn't|aren't|no longer) (?:strictly )?(?:required|mandatory|needed|used)" + END
                                + "(?! in " + STAGE + ")"),
                form(
                        Sense.LOCAL,
                        "\\b(?:not|never|don't|do not) (?:be )?(?:needed|used|use|required|set)(?: this)? (?:in|on|for) "
                                + STAGE + END),
                form(
                        Sense.LOCAL,
                        "\\b" + LAPTOP
                                + "(?:[ -](?:dev|development|environments?|env|machines?|use|testing|setup|purposes))?[ -]only"
                                + END),
                form(
                        Sense.LOCAL,
                        "(?<![-\\w])only (?:(?:used|needed|required|relevant|set|for|in|on|during|with|a|the|your|running) ){0,4}"
                                + LAPTOP + END),
                form(
                        Sense.REQUIRED,
                        "(?<!\\b(?:not|never|isn't|aren't) )\\brequired (?:if|when|for|in|on)(?= [^.]{0,40}\\b" + STAGE
                                + END + ")"),
                form(Sense.OPTIONAL, "(?-i:\\bDO NOT SET\\b)"),
                form(Sense.OPTIONAL, "\\b(?:do not|don't) set(?: this| it)?(?= ?(?:[.,;!]|$|unless|manually|by hand))"),
                form(Sense.OPTIONAL, "^deprecated" + END),
                form(Sense.OPTIONAL, "[\\[(]deprecated" + END),
                form(Sense.OPTIONAL, "(?-i:\\bDEPRECATED\\b)"),
                form(Sense.OPTIONAL, "\\bno code (?:yet )?reads\\b"),
                form(Sense.OPTIONAL, "^(?:\\[[^\\]]{1,30}\\] ?){0,2}" + FREE + END),
                form(Sense.OPTIONAL, "[\\[(<]\\s{0,3}" + FREE + END),
                form(Sense.OPTIONAL, "[\\[(][^\\])]{0,60}, ?" + FREE + "(?=[\\])])"),
                form(Sense.OPTIONAL, "\\b" + FREE + "(?=[\\])])"),
                form(Sense.OPTIONAL, "(?<!\\bnon)[-–—:|,] ?" + FREE + "(?=[.!)\\]]?$|[;.,] )"),
                form(Sense.OPTIONAL, "\\b(?:is|are) " + FREE + END),
                form(
                        Sense.OPTIONAL,
                        "\\bleave (?:it |this |them )?(?:blank|empty|unset)(?= ?(?:[.,;!)]|$|to\\b|if\\b|unless\\b))"),
                form(Sense.OPTIONAL, "\\bcan be (?:left )?(?:blank|empty|unset)" + END),
                form(
                        Sense.OPTIONAL,
                        "\\b(?:if|when) (?:not set|unset|(?:left )?(?:blank|empty)|omitted|not provided)"
                                + "(?=,? [^.]{0,60}\\b(?:falls? back|defaults? to|is disabled|are disabled|is skipped|are skipped)\\b)"),
                form(Sense.OPTIONAL, "^(?:unset|not set|blank|empty) ?=(?= ?(?:\\w+ )*(?:no|off|disabled|skipped)\\b)"),
                form(Sense.OPTIONAL, "\\b(?:only )?required (?:only )?(?:if|when|unless)" + END),
                form(Sense.OPTIONAL, "\\bonly (?:needed|required) (?:if|when)" + END),
                form(Sense.REQUIRED, "^(?:\\[[^\\]]{1,30}\\]|\\W{0,3}) ?" + NEEDED + NO_CONDITION),
                form(Sense.REQUIRED, "[\\[(<]\\s{0,3}" + NEEDED + NO_CONDITION),
                form(Sense.REQUIRED, "[-–—:|,] ?" + NEEDED + "[.!)\\]]?$"),
                form(Sense.REQUIRED, "[.:;] required(?=\\.)"),
                form(Sense.REQUIRED, "(?-i:\\b(?<!NOT )REQUIRED\\b)" + NO_CONDITION));
    }

    private static final Pattern BEFORE_TITLE =
            Pattern.compile("(?iu)[\\[(]?" + FREE + "[\\])]? ?[-–—] ?|.{0,80}[\\[(]" + FREE + "[:,]");

    private static final Pattern ALONE = Pattern.compile("(?iu)\\W{0,3}" + FREE + "\\W{0,3}");

    /** What turns something on is said of all that it takes: {@code # Optional. Enables the push to GitHub.} */
    private static final Pattern HEADING = Pattern.compile("(?iu)" + FREE + "[.:] enables?\\b");

    private static final Pattern LAPTOP_TITLE = Pattern.compile(
            "(?iu)(?:for )?" + LAPTOP
                    + "(?:[ /&-](?:and |only )?(?:dev|development|environment|env|setup|settings|configuration|config|overrides?|variables|use|testing|tests?|tools|tooling|database))*");

    private static Form form(Sense sense, String pattern) {
        return new Form(sense, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    /** What the comments of a name say. Words that require it count before those that make it optional. */
    static Optional<Hint> in(List<Remark> remarks) {
        List<Hint> hints =
                remarks.stream().flatMap(remark -> in(remark.text()).stream()).toList();
        return hints.stream().min((one, other) -> one.sense().compareTo(other.sense()));
    }

    /** What the words of one comment line say; in one line, what restricts counts before what requires. */
    static Optional<Hint> in(String line) {
        String text = line.substring(0, Math.min(LONGEST, line.length()));
        return mayHint(text)
                ? Forms.ALL.stream()
                        .flatMap(form -> found(form, text).stream())
                        .findFirst()
                        .filter(hint -> hint.sense() != Sense.OPTIONAL
                                || !Forms.ASKS_TOO.matcher(text).find())
                : Optional.empty();
    }

    private static boolean mayHint(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return STEMS.stream().anyMatch(small::contains) || small.chars().anyMatch(letter -> letter > 'ÿ');
    }

    /**
     * What the title of a block says about all of it: words that end the line, as in {@code # Stripe (optional)}, or that stand before
     * what it is about, as in {@code # Optional - login with OIDC}.
     */
    static Optional<Hint> asTitle(Title title, String name) {
        return said(title).filter(hint -> isOfAll(hint, title) || frees(hint, title, name));
    }

    private static Optional<Hint> said(Title title) {
        return title.line().length() > LONGEST ? Optional.empty() : in(title.line());
    }

    /** What is asked for is asked for one by one. */
    private static boolean frees(Hint hint, Title title, String name) {
        return hint.sense() != Sense.REQUIRED && title.heads(name);
    }

    /** The title that comment lines begin with: the first one, and with it a second that says no more than {@code (optional)}. */
    static String titleOf(List<Remark> remarks) {
        String first = remarks.getFirst().text();
        return remarks.size() > 1 && ALONE.matcher(remarks.get(1).text()).matches()
                ? first + " " + remarks.get(1).text()
                : first;
    }

    /** Words at the end of a line that spells out the name below it are about that one. */
    private static boolean isOfAll(Hint hint, Title title) {
        String line = title.line();
        return (line.replaceAll("\\W{1,5}$", "").endsWith(hint.words()) && !line.contains(title.name()))
                || BEFORE_TITLE.matcher(line).lookingAt()
                || HEADING.matcher(line).lookingAt();
    }

    /** What the first comment of a block says of all of it, also of names that have a comment of their own. */
    static Optional<Hint> asHeading(Title title, String name) {
        return said(title).filter(hint -> HEADING.matcher(title.line()).lookingAt() || frees(hint, title, name));
    }

    private static Optional<Hint> found(Form form, String text) {
        Matcher matcher = form.pattern().matcher(text);
        return matcher.find() ? Optional.of(new Hint(form.sense(), quotable(matcher.group()))) : Optional.empty();
    }

    /** Of what matched, the words alone. */
    private static String quotable(String words) {
        String bare = words.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        int comma = bare.lastIndexOf(',');
        return comma < 0 ? bare : bare.substring(comma + 1).strip();
    }

    /** What a banner says about the names under it. A title of the whole file says nothing about being local. */
    static Optional<Hint> in(Section section) {
        String title = section.title();
        if (!section.opens() && LAPTOP_TITLE.matcher(title).matches()) {
            return Optional.of(new Hint(Sense.LOCAL, title.toLowerCase(Locale.ROOT)));
        }
        return in(title).filter(hint -> !section.opens() || hint.sense() != Sense.LOCAL);
    }
}
