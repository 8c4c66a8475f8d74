package dev.envgate.track;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a follow-up remembers of its fault, written into it where nobody looks: it is found again by this and not by its title.
 *
 * @param deep whether the fault was found by looking at values
 * @param strict whether {@code --strict} made declared names louder when it was found
 * @param searched whether code was searched when it was found
 * @param where a digest of the cluster, account and region that it was found in, because an issue may be public; empty where the account is not
 *     known. For a fault of no service, one of all services of the run
 * @param contract the file that declared the name; empty where none did
 * @param digest of the text that was written with it: what a tracker makes of a text need not be what it was given
 */
public record Mark(
        String fingerprint,
        Subject subject,
        boolean deep,
        boolean strict,
        boolean searched,
        String where,
        String contract,
        String digest) {
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{32}");
    private static final String VERSION = "1";

    static boolean isFingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    Mark withDigest(String other) {
        return new Mark(fingerprint, subject, deep, strict, searched, where, contract, other);
    }

    /** The same, so that it takes a run that looks as closely as any before, and at the same place, to close it. */
    Mark atLeast(Mark before) {
        return new Mark(
                fingerprint,
                subject,
                deep || before.deep,
                strict || before.strict,
                searched || before.searched,
                before.where.isEmpty() ? where : before.where,
                before.contract.isEmpty() ? contract : before.contract,
                digest);
    }

    /** The same, found nowhere yet. */
    Mark anywhere() {
        return new Mark(fingerprint, subject, deep, strict, searched, "", "", digest);
    }

    /** In letters, digits and signs that end neither a comment nor code. */
    String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("v", VERSION);
        fields.put("fingerprint", fingerprint);
        fields.put("digest", digest);
        fields.put("rule", subject.rule());
        fields.put("environment", subject.environment());
        fields.put("service", subject.service());
        fields.put("namesake", subject.namesake());
        fields.put("container", subject.container());
        fields.put("name", subject.name());
        fields.put("file", subject.file());
        fields.put("deep", deep ? "yes" : "");
        fields.put("strict", strict ? "yes" : "");
        fields.put("code", searched ? "yes" : "");
        fields.put("where", where);
        fields.put("contract", contract);
        return fields.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Two hyphens would end a comment for some readers, and a tracker may take signs of a name for markup. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("-", "%2D")
                .replace("_", "%5F")
                .replace("*", "%2A");
    }

    /** Empty when it is not one that this version understands. */
    static Optional<Mark> read(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String each : text.split("&", -1)) {
            int sign = each.indexOf('=');
            if (sign > 0) {
                fields.put(each.substring(0, sign), decoded(each.substring(sign + 1)));
            }
        }
        String fingerprint = fields.getOrDefault("fingerprint", "");
        return fields.getOrDefault("v", "").equals(VERSION) && isFingerprint(fingerprint)
                ? Optional.of(new Mark(
                        fingerprint,
                        new Subject(
                                fields.getOrDefault("rule", ""),
                                fields.getOrDefault("environment", ""),
                                fields.getOrDefault("service", ""),
                                fields.getOrDefault("namesake", ""),
                                fields.getOrDefault("container", ""),
                                fields.getOrDefault("name", ""),
                                fields.getOrDefault("file", "")),
                        fields.containsKey("deep"),
                        fields.containsKey("strict"),
                        fields.containsKey("code"),
                        fields.getOrDefault("where", ""),
                        fields.getOrDefault("contract", ""),
                        fields.getOrDefault("digest", "")))
                : Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
