package io.agentctl.dist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Texts of licences for libraries that bring none: what {@code dist/licenses} says of them, and that of Apache-2.0 for
 * who is under it.
 *
 * @param known what {@code libraries.properties} says, by the name of a library
 */
record Licences(Sources sources, Properties known) {

    private static final String APACHE = "Apache-2.0";

    static Licences of(Sources sources) throws IOException {
        Properties known = new Properties();
        try (Reader reader = Files.newBufferedReader(folder(sources).resolve("libraries.properties"))) {
            known.load(reader);
        }
        return new Licences(sources, known);
    }

    private static Path folder(Sources sources) {
        return sources.root().resolve("dist/licenses");
    }

    /** Says the licence of a component as it is known here, where its POM was not clear. */
    void correct(ObjectNode component) {
        String said = known.getProperty(component.path("name").asText());
        if (said != null) {
            component.putArray("licenses").addObject().putObject("license").put("id", id(said));
        }
    }

    /**
     * The text for a component whose jar has none.
     *
     * @throws IOException if there is none
     */
    String text(JsonNode component) throws IOException {
        String name = component.path("name").asText();
        String said = known.getProperty(name);
        if (said != null) {
            String holder = said.substring(id(said).length()).strip();
            return holder + "\n\n" + Files.readString(folder(sources).resolve(id(said) + ".txt"));
        }
        for (JsonNode licence : component.path("licenses")) {
            if (licence.path("license").path("id").asText().equals(APACHE)) {
                return Files.readString(sources.root().resolve("LICENSE"));
            }
        }
        throw new IOException(name + " brings no licence: name it in dist/licenses/libraries.properties");
    }

    private static String id(String said) {
        return said.substring(0, said.indexOf(' '));
    }
}
