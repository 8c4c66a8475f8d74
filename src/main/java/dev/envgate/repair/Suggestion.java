package dev.envgate.repair;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A value for an entry, as it is written.
 *
 * @param besides what has to be made so that it refers to something
 * @param remark what a person has to do besides, one sentence, or empty
 */
record Suggestion(String text, List<Edit> besides, String remark) {
    /** Of an entry whose value is made of its name. */
    static final Suggestion NONE = of("");

    private static final Pattern HOLDER =
            Pattern.compile("\\b(data\\.)?(aws_secretsmanager_secret|aws_ssm_parameter)\\.([A-Za-z0-9_-]+)");

    /** Two names with a dot between, at the beginning of a traversal: {@code aws_s3_bucket.uploads}, {@code var.x}, {@code data.a.b}. */
    private static final Pattern NAMED =
            Pattern.compile("(?<![A-Za-z0-9_.-])(?:data\\.)?[A-Za-z_][A-Za-z0-9_-]*\\.[A-Za-z_][A-Za-z0-9_-]*");

    private static final Pattern OTHER = Pattern.compile("\\bvar\\.([A-Za-z0-9_-]+)");

    Suggestion {
        besides = List.copyOf(besides);
    }

    static Suggestion of(String text) {
        return new Suggestion(text, List.of(), "");
    }

    /** The whole of a secret or parameter that a block makes or looks up. */
    static Suggestion whole(Reusable.Holder holder, Node.Dialect dialect) {
        String arn = holder.address() + ".arn";
        return of(Quoted.expression(arn, "", dialect));
    }

    /** Whether it leads to a block that makes or looks up a secret or a parameter. */
    boolean refersToBlock() {
        return HOLDER.matcher(text).find();
    }

    boolean makesSomething() {
        return !besides.isEmpty();
    }

    /** The value of another name, with this name in the place of that; none when the other's value is not made of its name. */
    static List<Suggestion> like(String value, String from, String to, Reusable module, boolean secret) {
        String renamed = NameForms.renamed(value, from, to);
        if (secret && !renamed.equals(value) && strange(value, renamed, module)) {
            return new ModuleVariable(module).reference(value, from, to).toList();
        }
        if (renamed.equals(value) || strange(value, renamed, module)) {
            return List.of();
        }
        if (!secret) {
            return OTHER.matcher(renamed).find() ? List.of(of(renamed)) : List.of();
        }
        Matcher holder = HOLDER.matcher(renamed);
        if (!holder.find()) {
            return written(renamed);
        }
        Optional<Reusable.Holder> there = module.at(holder.group());
        boolean otherKey = value.contains(holder.group() + ".");
        if (there.isPresent() && otherKey && module.near(to, holder.group()).isPresent()) {
            return List.of();
        }
        return there.isPresent()
                ? List.of(new Suggestion(
                        renamed,
                        List.of(),
                        otherKey ? "See that `%s` has the key before the deploy.".formatted(holder.group()) : ""))
                : made(value, renamed, from, to, module).toList();
    }

    /** The ARN of a secret ends with signs that nobody knows before it is made; what is called by its name alone has to be there. */
    private static List<Suggestion> written(String renamed) {
        if (renamed.contains(":secret:")) {
            return List.of();
        }
        return renamed.matches("\\\\?\".*") && !renamed.contains("${")
                ? List.of(new Suggestion(
                        renamed,
                        List.of(),
                        "Nothing in these files makes %s: see that the store has it before the deploy."
                                .formatted(renamed.replace("\\", "").replace('"', '`'))))
                : List.of(new Suggestion(
                        renamed,
                        List.of(),
                        renamed.endsWith("::\"") ? "See that what it refers to has the key before the deploy." : ""));
    }

    /** A secret of its own, like that of the other name. */
    private static Stream<Suggestion> made(String value, String renamed, String from, String to, Reusable module) {
        Matcher holder = HOLDER.matcher(value);
        return !holder.find()
                ? Stream.of()
                : module
                        .at(holder.group())
                        .flatMap(like -> new NewSecret(like, from, to, module).made())
                        .map(made -> new Suggestion(renamed, made.edits(), made.remark()))
                        .stream();
    }

    /** Whether the new name leads to something that the module does not have; a secret that is to be made is another matter. */
    private static boolean strange(String value, String renamed, Reusable module) {
        Set<String> old = NAMED.matcher(value).results().map(MatchResult::group).collect(Collectors.toSet());
        return NAMED.matcher(renamed)
                .results()
                .map(MatchResult::group)
                .filter(each -> !old.contains(each) && !HOLDER.matcher(each).matches())
                .anyMatch(each -> !module.has(each));
    }
}
