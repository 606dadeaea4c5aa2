package io.agentctl.control.alarms.document;

import io.agentctl.control.alarms.document.MonitoringFiles.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What is watched of a runtime whose project has no file of its own. */
public final class ShippedMonitoring {

    /** As messages name it. */
    public static final String NAME = "the shipped objectives";

    private static final String RESOURCE = "objectives.yaml";

    private ShippedMonitoring() {}

    /** The file, with its comments and placeholders. */
    public static Text text() {
        try (InputStream in = ShippedMonitoring.class.getResourceAsStream(RESOURCE)) {
            return new Text(NAME, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
