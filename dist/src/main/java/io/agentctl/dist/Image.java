package io.agentctl.dist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image in one file that all tools read: an OCI image layout, and beside it the {@code manifest.json} that
 * {@code docker load} and {@code crane} look for, over the same blobs.
 *
 * @param name such as {@code agentctl-runtime}
 * @param tag of this version
 * @param architecture as OCI calls it: {@code amd64}, {@code arm64}
 * @param time when it is said to have been made
 * @param settings {@code config} of the image's configuration: who runs what, with which environment
 * @param layers from the lowest on
 */
record Image(
        String name, String tag, String architecture, Instant time, Map<String, Object> settings, List<Layer> layers) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OCI = "application/vnd.oci.image.";
    private static final String BLOBS = "blobs/sha256/";

    /**
     * Writes it.
     *
     * @param blobs where its layers are; documents are put beside them
     */
    void write(Path blobs, Path file) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (Layer layer : layers) {
            files.put(BLOBS + layer.digest(), blobs.resolve(layer.digest()));
        }
        Blob configuration = blob(blobs, configuration());
        Blob manifest = blob(blobs, manifest(configuration));
        files.put(BLOBS + configuration.digest(), blobs.resolve(configuration.digest()));
        files.put(BLOBS + manifest.digest(), blobs.resolve(manifest.digest()));
        Path own = Files.createDirectories(blobs.resolveSibling(name));
        files.put("index.json", document(own.resolve("index.json"), index(manifest)));
        files.put("manifest.json", document(own.resolve("manifest.json"), forDocker(configuration)));
        files.put("oci-layout", document(own.resolve("oci-layout"), Map.of("imageLayoutVersion", "1.0.0")));
        for (Path each : files.values()) {
            Folders.date(each, time);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Tar tar = new Tar(out);
            tar.addFolder("blobs", time, 0755);
            tar.addFolder("blobs/sha256", time, 0755);
            for (Map.Entry<String, Path> each : files.entrySet()) {
                tar.add(each.getValue(), each.getKey());
            }
            tar.finish();
        }
    }

    private Map<String, Object> configuration() {
        List<Object> history = new ArrayList<>();
        for (Layer layer : layers) {
            history.add(ordered("created", time.toString(), "created_by", "agentctl: " + layer.what()));
        }
        return ordered(
                "created",
                time.toString(),
                "architecture",
                architecture,
                "os",
                "linux",
                "config",
                settings,
                "rootfs",
                ordered(
                        "type",
                        "layers",
                        "diff_ids",
                        layers.stream()
                                .map(layer -> "sha256:" + layer.content())
                                .toList()),
                "history",
                history);
    }

    private Map<String, Object> manifest(Blob configuration) {
        return ordered(
                "schemaVersion",
                2,
                "mediaType",
                OCI + "manifest.v1+json",
                "config",
                described("config.v1+json", configuration),
                "layers",
                layers.stream()
                        .map(layer -> described("layer.v1.tar+gzip", new Blob(layer.digest(), layer.size())))
                        .toList());
    }

    private Map<String, Object> index(Blob manifest) {
        Map<String, Object> described = described("manifest.v1+json", manifest);
        described.put("platform", ordered("architecture", architecture, "os", "linux"));
        described.put(
                "annotations",
                ordered(
                        "io.containerd.image.name",
                        "docker.io/library/" + name + ":" + tag,
                        "org.opencontainers.image.ref.name",
                        tag));
        return ordered("schemaVersion", 2, "mediaType", OCI + "index.v1+json", "manifests", List.of(described));
    }

    private List<Object> forDocker(Blob configuration) {
        return List.of(ordered(
                "Config",
                BLOBS + configuration.digest(),
                "RepoTags",
                List.of(name + ":" + tag),
                "Layers",
                layers.stream().map(layer -> BLOBS + layer.digest()).toList()));
    }

    private static Map<String, Object> described(String type, Blob blob) {
        return ordered("mediaType", OCI + type, "digest", "sha256:" + blob.digest(), "size", blob.size());
    }

    private static Blob blob(Path blobs, Map<String, Object> document) throws IOException {
        Path file = document(blobs.resolve("document"), document);
        Blob blob = new Blob(Sums.of(file), Files.size(file));
        Files.deleteIfExists(blobs.resolve(blob.digest()));
        Files.move(file, blobs.resolve(blob.digest()));
        return blob;
    }

    private static Path document(Path file, Object document) throws IOException {
        return Files.write(file, JSON.writeValueAsString(document).getBytes(StandardCharsets.UTF_8));
    }

    /** A map that keeps its order: what is written is to be the same each time. */
    static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int index = 0; index < keysAndValues.length; index += 2) {
            map.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return map;
    }

    private record Blob(String digest, long size) {}
}
