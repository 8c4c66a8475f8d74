package dev.envgate.ledger;

import java.util.regex.Pattern;

/**
 * What rules ask of a value, without the value. It can be written down where the value must not be.
 *
 * @param placeholder whether it only shows what belongs there
 * @param leftToReplace whether nothing but the order to replace it can be meant
 * @param formOfSecret whether it begins as the secrets of a known service do
 * @param password whether it is an address with a password in it
 * @param harmless whether it is no secret under whatever name: a switch, a path, an ARN, a short number
 */
public record ValueTraits(
        boolean empty,
        boolean placeholder,
        boolean leftToReplace,
        boolean formOfSecret,
        boolean password,
        boolean harmless) {
    private static final Pattern HARMLESS =
            Pattern.compile("arn:\\S+|[0-9]{1,5}|/?[a-z0-9_.-]++(?:/[a-z0-9_.-]++)++|[a-zA-Z][\\w+.-]{1,30}://\\S*");

    static ValueTraits of(String text) {
        ValueLook look = new ValueLook(text);
        return new ValueTraits(
                text.isEmpty(),
                look.isPlaceholder(),
                look.isLeftToReplace(),
                look.hasFormOfSecret(),
                look.holdsPassword(),
                text.isBlank()
                        || look.isSwitchedOn()
                        || look.isSwitchedOff()
                        || look.isPath()
                        || HARMLESS.matcher(text).matches());
    }
}
