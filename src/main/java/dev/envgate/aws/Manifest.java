package dev.envgate.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.ValueLook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a registry says of an image: one for a platform, or where those for several are. */
sealed interface Manifest {
    /** The image itself; {@code config} is the digest of what it is started with. */
    record OfImage(String config) implements Manifest {}

    /** Images for several platforms; {@code digests} are those for the one that was asked for. */
    record OfIndex(List<String> digests) implements Manifest {}

    /** Neither: something else that registries keep, or a form that is no longer written. */
    record Unread() implements Manifest {}

    /** What can be read here: a registry that converts them answers with nothing else. */
    List<String> MEDIA_TYPES = List.of(
            "application/vnd.docker.distribution.manifest.v2+json",
            "application/vnd.docker.distribution.manifest.list.v2+json",
            "application/vnd.oci.image.manifest.v1+json",
            "application/vnd.oci.image.index.v1+json");

    /** Only these hold what a container is started with; charts and signatures have manifests as well. */
    Set<String> CONFIGURATIONS =
            Set.of("application/vnd.docker.container.image.v1+json", "application/vnd.oci.image.config.v1+json");

    /** Reads one, for a platform such as {@code linux/amd64}. */
    static Manifest parse(String text, String platform) {
        JsonNode manifest = json(text.getBytes(StandardCharsets.UTF_8));
        JsonNode config = manifest.path("config");
        String digest = config.path("digest").asText();
        if (manifest.path("manifests").isArray()) {
            return new OfIndex(manifest.path("manifests")
                    .valueStream()
                    .filter(each -> platform.equals(platform(each.path("platform"))))
                    .map(each -> each.path("digest").asText())
                    .filter(Manifest::isDigest)
                    .distinct()
                    .toList());
        }
        return CONFIGURATIONS.contains(config.path("mediaType").asText()) && isDigest(digest)
                ? new OfImage(digest)
                : new Unread();
    }

    private static String platform(JsonNode platform) {
        return platform.path("os").asText() + "/"
                + platform.path("architecture").asText();
    }

    private static boolean isDigest(String text) {
        return text.matches("sha256:[0-9a-f]{64}");
    }

    /** The names in {@code ENV} that are given a text which is meant to be used; the texts end here. Empty when nothing can be read. */
    static Optional<List<Name>> names(byte[] config) {
        JsonNode start = json(config);
        return start.isObject()
                ? Optional.of(start.path("config")
                        .path("Env")
                        .valueStream()
                        .map(JsonNode::asText)
                        .flatMap(Manifest::given)
                        .distinct()
                        .sorted()
                        .toList())
                : Optional.empty();
    }

    /** An empty text is what an argument of the build leaves that nobody gave. */
    private static Stream<Name> given(String entry) {
        int sign = entry.indexOf('=');
        String value = entry.substring(sign + 1);
        return sign < 1 || value.isBlank() || new ValueLook(value).isLeftToReplace()
                ? Stream.of()
                : Stream.of(new Name(entry.substring(0, sign)));
    }

    private static JsonNode json(byte[] text) {
        try {
            return new JsonMapper().readTree(text);
        } catch (IOException e) {
            // The exception quotes the text: it ends here.
            return MissingNode.getInstance();
        }
    }
}
