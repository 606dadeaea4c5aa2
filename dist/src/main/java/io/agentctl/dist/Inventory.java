package io.agentctl.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * What is inside an archive, whose it is and under which licence: a CycloneDX document, a page for people, and the
 * texts that the libraries bring. It has the libraries that lie in the folder, as the CycloneDX plugin described them
 * for each program.
 *
 * @param libraries the plugin's components, by the name of the jar
 * @param programs where the programs are, and below them in {@code lib} the libraries
 */
record Inventory(Sources sources, Map<String, ObjectNode> libraries, Path programs) {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final String GROUP = "io.agentctl";

    private static final Pattern TEXT = Pattern.compile(
            "META-INF/(LICENSE|NOTICE|COPYING|[A-Za-z-]*LICENSE)(\\.[a-z]+)?", Pattern.CASE_INSENSITIVE);

    /**
     * The inventory of a folder of programs.
     *
     * @throws IOException also if a library is not described
     */
    static Inventory of(Sources sources, Path programs) throws IOException {
        Map<String, ObjectNode> described = new TreeMap<>();
        for (String module : Sources.PROGRAMS) {
            JsonNode document = JSON.readTree(
                    sources.root().resolve(module).resolve("target/bom.json").toFile());
            for (JsonNode component : document.path("components")) {
                described.put(
                        component.path("name").asText() + "-"
                                + component.path("version").asText() + ".jar",
                        (ObjectNode) component);
            }
        }
        Licences licences = Licences.of(sources);
        described.values().forEach(licences::correct);
        Map<String, ObjectNode> inside = new TreeMap<>();
        Path jars = programs.resolve("lib");
        for (Path jar : Folders.all(jars)) {
            String name = jar.getFileName().toString();
            if (name.endsWith(".jar")) {
                if (!described.containsKey(name)) {
                    throw new IOException(name + " is in none of the programs' bom.json: build with -Pdist");
                }
                inside.put(name, described.get(name));
            }
        }
        return new Inventory(sources, inside, programs);
    }

    /** Writes {@code sbom.json}, {@code THIRD-PARTY.md} and {@code licenses/}. */
    void write(Path folder) throws IOException {
        JSON.writeValue(folder.resolve("sbom.json").toFile(), bom());
        StringBuilder page =
                new StringBuilder("# Libraries inside\n\n| library | version | licence |\n| --- | --- | --- |\n");
        libraries.values().stream()
                .filter(library -> !own(library))
                .sorted(Comparator.comparing(Inventory::title))
                .forEach(library -> page.append("| %s | %s | %s |\n"
                        .formatted(title(library), library.path("version").asText(), licences(library))));
        page.append("\nThe Java runtime is OpenJDK ")
                .append(Runtime.version())
                .append(", GPL-2.0 with the Classpath exception; texts in `runtime/legal/`.\n");
        page.append(
                "Its sources: https://github.com/adoptium/jdk25u. Licences that libraries bring are in `licenses/`.\n");
        Files.writeString(folder.resolve("THIRD-PARTY.md"), page);
        texts(Files.createDirectories(folder.resolve("licenses")));
    }

    private ObjectNode bom() throws IOException {
        ObjectNode bom = JSON.createObjectNode();
        bom.put("bomFormat", "CycloneDX").put("specVersion", "1.6").put("version", 1);
        ObjectNode metadata =
                bom.putObject("metadata").put("timestamp", sources.time().toString());
        metadata.putObject("component")
                .put("type", "application")
                .put("bom-ref", "pkg:generic/agentctl@" + sources.version())
                .put("name", "agentctl")
                .put("version", sources.version())
                .put("purl", "pkg:generic/agentctl@" + sources.version());
        List<JsonNode> components = new ArrayList<>();
        for (String module : Sources.PROGRAMS) {
            String name = "agentctl-" + module;
            ObjectNode component = JSON.createObjectNode();
            component
                    .put("type", "application")
                    .put("group", GROUP)
                    .put("name", name)
                    .put("version", sources.version())
                    .put("purl", "pkg:maven/%s/%s@%s".formatted(GROUP, name, sources.version()));
            components.add(hashed(component, programs.resolve(name + ".jar")));
        }
        for (Map.Entry<String, ObjectNode> library : libraries.entrySet()) {
            ObjectNode component = library.getValue().deepCopy();
            components.add(hashed(component, programs.resolve("lib").resolve(library.getKey())));
        }
        ObjectNode java = JSON.createObjectNode();
        java.put("type", "platform")
                .put("name", "OpenJDK")
                .put("version", Runtime.version().toString());
        java.putArray("licenses").addObject().put("expression", "GPL-2.0-only WITH Classpath-exception-2.0");
        components.add(java);
        bom.putArray("components").addAll(components);
        return bom;
    }

    private static ObjectNode hashed(ObjectNode component, Path jar) throws IOException {
        component.putArray("hashes").addObject().put("alg", "SHA-256").put("content", Sums.of(jar));
        return component;
    }

    /** Own libraries are under the archive's own licence. */
    private void texts(Path folder) throws IOException {
        Licences licences = Licences.of(sources);
        for (Map.Entry<String, ObjectNode> library : libraries.entrySet()) {
            if (!own(library.getValue())) {
                Path into =
                        Files.createDirectories(folder.resolve(library.getKey().replace(".jar", "")));
                if (!copied(programs.resolve("lib").resolve(library.getKey()), into)) {
                    Files.writeString(into.resolve("LICENSE"), licences.text(library.getValue()));
                }
            }
        }
    }

    /** Whether there was one: a notice alone is none. */
    private static boolean copied(Path library, Path into) throws IOException {
        boolean copied = false;
        try (ZipFile jar = new ZipFile(library.toFile())) {
            for (ZipEntry entry : jar.stream().toList()) {
                if (TEXT.matcher(entry.getName()).matches()) {
                    try (InputStream text = jar.getInputStream(entry)) {
                        Files.copy(text, into.resolve(entry.getName().substring("META-INF/".length())));
                    }
                    copied |= !entry.getName().contains("NOTICE");
                }
            }
        }
        return copied;
    }

    private static boolean own(JsonNode library) {
        return library.path("group").asText().equals(GROUP);
    }

    private static String title(JsonNode library) {
        return library.path("group").asText() + ":" + library.path("name").asText();
    }

    private static String licences(JsonNode library) {
        List<String> names = new ArrayList<>();
        for (JsonNode licence : library.path("licenses")) {
            JsonNode one = licence.path("license");
            names.add(
                    licence.has("expression")
                            ? licence.path("expression").asText()
                            : one.path("id").asText(one.path("name").asText()));
        }
        return names.isEmpty() ? "not said" : String.join(", ", names);
    }
}
