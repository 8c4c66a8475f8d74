package dev.envgate.hcl;

import java.util.regex.Pattern;

/**
 * What stands for a value that is not known: a reference that can be followed later, or an expression that can only be shown.
 *
 * @param module the address of the module instance that it is written in, {@code module.api["x"]}, empty in the root
 * @param object the object referred to, {@code aws_secretsmanager_secret.hf} or {@code data.aws_ssm_parameter.x}; empty for an
 *     expression that is no plain reference
 * @param path what is asked of the object, {@code .arn} or {@code [0].secret_arn}; for an expression its whole text
 * @param round tells the rounds of a {@code for} apart where the text of an expression is the same in each; never shown
 */
public record Symbol(String module, String object, String path, String round) {
    /** Objects whose identifiers are made with them; a module instance may stand before. */
    private static final Pattern OF_AWS = Pattern.compile("(^|\\.)(aws|random)_[a-z0-9_]+\\.");

    /** An identifier of the object itself, perhaps of one of its instances. */
    private static final Pattern OWN = Pattern.compile(
            "(\\[[^]]*])?\\.(address|arn|bucket|dns_name|domain_name|endpoint|fqdn|hex|id|name|repository_url|result|url)");

    public Symbol(String module, String object, String path) {
        this(module, object, path, "");
    }

    /** An expression that is no plain reference. */
    public static Symbol expression(String text) {
        return new Symbol("", "", text);
    }

    /** Whether there is an object to follow it to. */
    public boolean reference() {
        return !object.isEmpty();
    }

    /**
     * Whether it is what an object of AWS is told apart or reached by: the provider leaves none of these empty. What others made (outputs
     * of another state, answers of a program) and what stands deeper in an object may well be empty.
     */
    boolean identifier() {
        boolean made = OF_AWS.matcher(object).find();
        boolean optional = path.endsWith(".name") && object.contains("aws_db_instance.");
        return reference() && made && !optional && OWN.matcher(path).matches();
    }

    /** The same object, one step further: {@code .name} or {@code [0]}. */
    public Symbol step(String step) {
        return new Symbol(module, object, path + step, round);
    }

    /** The same text in another round, which may have another value. */
    Symbol inRound(String other) {
        return new Symbol(module, object, path, round + other);
    }

    /** Whether it stands for a list with something of each instance: {@code aws_x.y[*].arn}. */
    boolean splat() {
        return path.contains("[*]") || path.contains(".*");
    }

    /** What stands at an index: {@code aws_x.y[0].arn} of {@code aws_x.y[*].arn}, or one step further. */
    Symbol at(String index) {
        String found = path.contains("[*]") ? path.replace("[*]", index) : path.replace(".*", index);
        return splat() && path.indexOf('*') == path.lastIndexOf('*')
                ? new Symbol(module, object, found, round)
                : step(index);
    }

    /** As written, without the module. */
    public String text() {
        return object + path;
    }

    /** The same for everything that must have the same value. */
    String identity() {
        return module + "|" + object + "|" + path + "|" + round;
    }

    /** Without the round, which may be made of values. */
    @Override
    public String toString() {
        return module.isEmpty() ? text() : module + ": " + text();
    }
}
