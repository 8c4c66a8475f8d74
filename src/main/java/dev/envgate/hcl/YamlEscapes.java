package dev.envgate.hcl;

import java.util.Locale;

/** Which characters YAML text may hold as they are, and how the others are written in quotes. */
final class YamlEscapes {
    private YamlEscapes() {}

    static boolean printable(int point) {
        boolean ascii = point >= ' ' && point <= '~';
        boolean other = (point >= 0xa0 && point <= 0xd7ff) || (point >= 0xe000 && point <= 0xfffd && point != 0xfeff);
        return ascii || (other && point != 0x2028 && point != 0x2029);
    }

    /** A character as it stands between quotes. */
    static String of(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case 0 -> "\\0";
            case 7 -> "\\a";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case 0x0b -> "\\v";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            case 0x1b -> "\\e";
            case 0x85 -> "\\N";
            case 0x2028 -> "\\L";
            case 0x2029 -> "\\P";
            default -> printable(point) ? Character.toString(point) : numbered(point);
        };
    }

    private static String numbered(int point) {
        if (point <= 0xff) {
            return String.format(Locale.ROOT, "\\x%02X", point);
        }
        return String.format(Locale.ROOT, point <= 0xffff ? "\\u%04X" : "\\U%08X", point);
    }
}
