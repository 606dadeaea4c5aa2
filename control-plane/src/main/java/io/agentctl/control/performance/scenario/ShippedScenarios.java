package io.agentctl.control.performance.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The scenarios that come with the product, as files that can be copied and changed. */
public final class ShippedScenarios {

    /** Their names, the usual one first. */
    public static final List<String> NAMES = List.of("baseline", "stress", "spike", "soak");

    private ShippedScenarios() {}

    /** A scenario by its name, which is one of {@link #NAMES}. */
    public static Scenario read(String name) {
        return ScenarioReader.parse(name + ".yaml", text(name), Path.of(""));
    }

    /** Its file. */
    public static String text(String name) {
        try (InputStream stream = ShippedScenarios.class.getResourceAsStream(name + ".yaml")) {
            if (stream == null) {
                throw new IllegalArgumentException("there is no shipped scenario " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the scenario " + name, e);
        }
    }
}
