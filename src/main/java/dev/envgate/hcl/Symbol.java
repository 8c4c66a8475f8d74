package dev.envgate.hcl;

/**
 * What stands for a value that is not known: a reference that can be followed later, or an expression that can only be shown.
 *
 * @param module the address of the module instance that it is written in, {@code module.api["x"]}, empty in the root
 * @param object the object referred to, {@code aws_secretsmanager_secret.hf} or {@code data.aws_ssm_parameter.x}; empty for an
 *     expression that is no plain reference
 * @param path what is asked of the object, {@code .arn} or {@code [0].secret_arn}; for an expression its whole text
 */
public record Symbol(String module, String object, String path) {
    /** An expression that is no plain reference. */
    public static Symbol expression(String text) {
        return new Symbol("", "", text);
    }

    /** Whether there is an object to follow it to. */
    public boolean reference() {
        return !object.isEmpty();
    }

    /** The same object, one step further: {@code .name} or {@code [0]}. */
    public Symbol step(String step) {
        return new Symbol(module, object, path + step);
    }

    /** As written, without the module. */
    public String text() {
        return object + path;
    }
}
