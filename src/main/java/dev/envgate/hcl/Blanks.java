package dev.envgate.hcl;

/** What counts as blank when templates are stripped and dedented: white space as Unicode has it. */
final class Blanks {
    private Blanks() {}

    static boolean is(char c) {
        return switch (c) {
            case ' ',
                    '\t',
                    '\n',
                    '\u000B',
                    '\f',
                    '\r',
                    '\u0085',
                    '\u00A0',
                    '\u1680',
                    '\u2028',
                    '\u2029',
                    '\u202F',
                    '\u205F',
                    '\u3000' -> true;
            default -> c >= '\u2000' && c <= '\u200A';
        };
    }
}
