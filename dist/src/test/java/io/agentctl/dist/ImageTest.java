package io.agentctl.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:06Z");
    private static final int BLOCK = 512;
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Path blobs;

    @BeforeEach
    void makeFolder() throws IOException {
        blobs = Files.createDirectories(folder.resolve("blobs"));
    }

    @Test
    void isAnOciLayoutWhoseEveryDigestHolds() throws IOException {
        Map<String, byte[]> files = unpacked(image());

        assertThat(JSON.readTree(files.get("oci-layout"))
                        .path("imageLayoutVersion")
                        .asText())
                .isEqualTo("1.0.0");
        JsonNode manifest = described(
                files, JSON.readTree(files.get("index.json")).path("manifests").path(0));
        JsonNode configuration = described(files, manifest.path("config"));
        assertThat(configuration.path("architecture").asText()).isEqualTo("amd64");
        assertThat(configuration.path("config").path("User").asText()).isEqualTo("65532:65532");
        assertThat(configuration.path("history")).hasSize(2);
        for (int layer = 0; layer < 2; layer++) {
            byte[] packed = blob(files, manifest.path("layers").path(layer));
            byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
            assertThat(configuration.path("rootfs").path("diff_ids").path(layer).asText())
                    .isEqualTo("sha256:" + sha256(tar));
        }
    }

    @Test
    void saysTheSameToDockerWithLayersFromTheLowestOn() throws IOException {
        Map<String, byte[]> files = unpacked(image());

        JsonNode forDocker = JSON.readTree(files.get("manifest.json")).path(0);
        JsonNode manifest = described(
                files, JSON.readTree(files.get("index.json")).path("manifests").path(0));

        assertThat(forDocker.path("RepoTags").path(0).asText()).isEqualTo("agentctl-runtime:1.0.0");
        assertThat(forDocker.path("Config").asText())
                .isEqualTo("blobs/"
                        + manifest.path("config").path("digest").asText().replace(':', '/'));
        assertThat(forDocker.path("Layers")).hasSize(2);
        assertThat(names(files.get(forDocker.path("Layers").path(0).asText()))).containsExactly("tmp/");
        assertThat(names(files.get(forDocker.path("Layers").path(1).asText())))
                .containsExactly("agentctl/", "agentctl/program");
    }

    @Test
    void twoBuildsAreTheSameBytes() throws IOException {
        byte[] before = Files.readAllBytes(image());

        assertThat(Files.readAllBytes(image())).isEqualTo(before);
    }

    @Test
    void layersKeepTheTimesOfFilesAndWhoMayWrite() throws IOException {
        Layer tmp = Layer.open("a place", "tmp", TIME, blobs);
        Layer program = programLayer();

        assertThat(header(tmp, 0)).isEqualTo("tmp/ 0001777 " + octal(TIME));
        assertThat(header(program, 1)).isEqualTo("agentctl/program 0000644 " + octal(TIME.plusSeconds(2)));
    }

    private Path image() throws IOException {
        List<Layer> layers = List.of(Layer.open("a place", "tmp", TIME, blobs), programLayer());
        Path file = folder.resolve("image.tar");
        new Image("agentctl-runtime", "1.0.0", "amd64", TIME, Image.ordered("User", ImageProgram.USER), layers)
                .write(blobs, file);
        return file;
    }

    private Layer programLayer() throws IOException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path program = Files.writeString(home.resolve("program"), "text");
        Folders.date(home, TIME);
        Folders.date(program, TIME.plusSeconds(2));
        SortedMap<String, Path> files = new TreeMap<>(Map.of("agentctl/program", program, "agentctl", home));
        return Layer.write("the program", files, blobs);
    }

    private JsonNode described(Map<String, byte[]> files, JsonNode descriptor) throws IOException {
        return JSON.readTree(blob(files, descriptor));
    }

    /** What a descriptor names, which must be of the size and of the digest that it says. */
    private byte[] blob(Map<String, byte[]> files, JsonNode descriptor) throws IOException {
        String digest = descriptor.path("digest").asText();
        byte[] octets = files.get("blobs/" + digest.replace(':', '/'));
        assertThat("sha256:" + sha256(octets)).isEqualTo(digest);
        assertThat(octets).hasSize(descriptor.path("size").asInt());
        return octets;
    }

    private static String sha256(byte[] octets) {
        return HexFormat.of().formatHex(Sums.sha256().digest(octets));
    }

    private List<String> names(byte[] packed) throws IOException {
        byte[] tar = new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        return entries(tar).keySet().stream().toList();
    }

    private Map<String, byte[]> unpacked(Path file) throws IOException {
        return entries(Files.readAllBytes(file));
    }

    private static Map<String, byte[]> entries(byte[] tar) {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        for (int at = 0; tar[at] != 0; ) {
            int size = Integer.parseInt(text(tar, at + 124, 11), 8);
            entries.put(text(tar, at, 100), Arrays.copyOfRange(tar, at + BLOCK, at + BLOCK + size));
            at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
        }
        return entries;
    }

    /** Name, mode and time of one entry. */
    private String header(Layer layer, int index) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(blobs.resolve(layer.digest())))) {
            byte[] header = Arrays.copyOfRange(in.readAllBytes(), index * BLOCK, (index + 1) * BLOCK);
            return text(header, 0, 100) + " " + text(header, 100, 7) + " " + text(header, 136, 11);
        }
    }

    private static String octal(Instant time) {
        return Long.toOctalString(time.getEpochSecond());
    }

    private static String text(byte[] octets, int at, int most) {
        return new String(octets, at, most, StandardCharsets.UTF_8).replaceAll("\0.*", "");
    }
}
