package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of ECR by which it is read what an image is started with, and the address that the last of them gives. */
final class Ecr {
    /** Nobody's operation: what lies at an address that was given away. */
    static final String LAYER = "ecr:Layer";

    static final Map<String, Operation> OPERATIONS = Map.of(
            "ecr:BatchGetImage",
            Ecr::batchGetImage,
            "ecr:GetDownloadUrlForLayer",
            Ecr::getDownloadUrlForLayer,
            LAYER,
            Ecr::layer);

    private static final String PATH = "/layers/";
    private static final String HOST = "Host";
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private Ecr() {}

    /** A manifest as it is kept, with what it leads to. */
    private record Kept(String digest, List<String> tags, String type, String manifest, List<String> layers) {}

    static boolean isLayer(String path) {
        return path.startsWith(PATH);
    }

    static ObjectNode input(String path) {
        return World.object().put("layerDigest", path.substring(PATH.length()));
    }

    /** The address of a layer is at the server that was asked. */
    static JsonNode located(JsonNode input, String host) {
        return input instanceof ObjectNode object ? object.put(HOST, host) : input;
    }

    private static ObjectNode batchGetImage(World world, Call call) {
        List<Kept> all = repository(world, call);
        ObjectNode answer = World.object();
        ArrayNode images = answer.putArray("images");
        ArrayNode failures = answer.putArray("failures");
        if (call.input().path("imageIds").size() > 100) {
            throw new Refusal("InvalidParameterException", "At most 100 images can be got.");
        }
        for (JsonNode id : call.input().path("imageIds")) {
            all.stream()
                    .filter(each -> id.has("imageTag")
                            ? each.tags().contains(id.path("imageTag").asText())
                            : each.digest().equals(id.path("imageDigest").asText()))
                    .findFirst()
                    .ifPresentOrElse(found -> image(images, call, id, found), () -> missing(failures, id));
        }
        return answer;
    }

    private static void image(ArrayNode images, Call call, JsonNode asked, Kept found) {
        ObjectNode image = images.addObject()
                .put("registryId", call.text("registryId"))
                .put("repositoryName", call.text("repositoryName"))
                .put("imageManifest", found.manifest())
                .put("imageManifestMediaType", found.type());
        ((ObjectNode) image.set("imageId", asked.deepCopy()).path("imageId")).put("imageDigest", found.digest());
    }

    private static void missing(ArrayNode failures, JsonNode id) {
        failures.addObject()
                .put("failureCode", "ImageNotFound")
                .put("failureReason", "Requested image not found")
                .set("imageId", id);
    }

    private static ObjectNode getDownloadUrlForLayer(World world, Call call) {
        String digest = call.text("layerDigest");
        if (repository(world, call).stream()
                .noneMatch(each ->
                        each.layers().stream().anyMatch(layer -> digest(layer).equals(digest)))) {
            throw new Refusal("LayersNotFoundException", "The layer is not in the repository.");
        }
        return World.object()
                .put("downloadUrl", "http://" + call.text(HOST) + PATH + digest + "?X-Amz-Signature=planted-value")
                .put("layerDigest", digest);
    }

    private static ObjectNode layer(World world, Call call) {
        return world.repositories()
                .flatMap(each -> kept(each.getValue()).stream())
                .flatMap(each -> each.layers().stream())
                .filter(each -> digest(each).equals(call.text("layerDigest")))
                .findFirst()
                .map(each -> World.object().put("Body", each))
                .orElseThrow(() -> new Refusal(404, "NoSuchKey", "The specified key does not exist."));
    }

    private static List<Kept> repository(World world, Call call) {
        String name = "%s.dkr.ecr.%s.amazonaws.com/%s"
                .formatted(
                        call.optional("registryId").orElse(world.account()),
                        call.region(),
                        call.text("repositoryName"));
        return world.repositories()
                .filter(each -> each.getKey().equals(name))
                .findFirst()
                .map(each -> kept(each.getValue()))
                .orElseThrow(() -> new Refusal("RepositoryNotFoundException", "There is no repository " + name + "."));
    }

    private static List<Kept> kept(JsonNode images) {
        List<Kept> kept = new ArrayList<>();
        for (JsonNode image : images) {
            if (image.has("platforms")) {
                index(kept, image);
            } else {
                kept.add(image(image, "linux/amd64", image.path("env")));
            }
        }
        return kept;
    }

    private static void index(List<Kept> kept, JsonNode image) {
        ObjectNode index = World.object().put("schemaVersion", 2).put("mediaType", INDEX);
        ArrayNode manifests = index.putArray("manifests");
        image.path("platforms").propertyStream().forEach(each -> {
            Kept one = image(World.object(), each.getKey(), each.getValue());
            kept.add(one);
            String[] platform = each.getKey().split("/", 2);
            manifests
                    .addObject()
                    .put("mediaType", MANIFEST)
                    .put("digest", one.digest())
                    .putObject("platform")
                    .put("os", platform[0])
                    .put("architecture", platform[1]);
        });
        kept.add(kept(image, INDEX, index, List.of()));
    }

    private static Kept image(JsonNode written, String platform, JsonNode env) {
        ObjectNode config =
                World.object().put("os", platform.split("/", 2)[0]).put("architecture", platform.split("/", 2)[1]);
        config.putObject("config").set("Env", env);
        String layer = new String(World.bytes(config), StandardCharsets.UTF_8);
        ObjectNode manifest = World.object().put("schemaVersion", 2).put("mediaType", MANIFEST);
        manifest.putObject("config").put("mediaType", CONFIG).put("digest", digest(layer));
        return kept(written, MANIFEST, manifest, List.of(layer));
    }

    private static Kept kept(JsonNode written, String type, ObjectNode manifest, List<String> layers) {
        String text = new String(World.bytes(manifest), StandardCharsets.UTF_8);
        return new Kept(
                Optional.of(written.path("digest").asText())
                        .filter(each -> !each.isEmpty())
                        .orElseGet(() -> digest(text)),
                written.path("tags").valueStream().map(JsonNode::asText).toList(),
                type,
                text,
                layers);
    }

    private static String digest(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
