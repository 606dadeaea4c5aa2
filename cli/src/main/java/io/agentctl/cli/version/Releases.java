package io.agentctl.cli.version;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A place that tells releases. Asking it is one GET of a small document; nothing of the answer is run, saved or
 * followed.
 *
 * @param place https, or http of this machine
 */
public record Releases(URI place) {

    /** The variable that names the place. */
    public static final String VARIABLE = "AGENTCTL_RELEASES";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;

    /**
     * What the variable names.
     *
     * @throws AgentctlException BAD_CONFIGURATION if that is no address
     */
    public static Releases parse(String text) {
        try {
            return new Releases(new URI(text));
        } catch (URISyntaxException none) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    VARIABLE + " is no address: " + none.getMessage(),
                    "It should be like https://releases.example.com/agentctl.json.",
                    null,
                    none);
        }
    }

    /**
     * Asks.
     *
     * @throws AgentctlException BAD_CONFIGURATION for an address of another kind; UNREACHABLE without an answer;
     *     BAD_DOCUMENT for one that is no such document
     */
    Release ask() {
        requireSafe(place);
        return Release.parse(place.toString(), fetched(place));
    }

    @Override
    public String toString() {
        return place.toString();
    }

    private static void requireSafe(URI place) {
        boolean here = "http".equals(place.getScheme())
                && ("127.0.0.1".equals(place.getHost()) || "localhost".equals(place.getHost()));
        if (place.getHost() == null || !(here || "https".equals(place.getScheme()))) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "releases are asked for over https, not at " + place,
                    "Change " + VARIABLE + ", or releases in the user configuration.");
        }
    }

    private static String fetched(URI place) {
        try {
            HttpURLConnection connection = (HttpURLConnection) place.toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestProperty("Accept", "application/json");
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw unreachable(place, "it answered with status " + status, null);
            }
            try (InputStream body = connection.getInputStream()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw new AgentctlException(
                            ErrorCode.BAD_DOCUMENT,
                            place + " does not tell a release: it is larger than " + MOST_BYTES + " bytes",
                            "Look at what the address answers.");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            }
        } catch (IOException | IllegalArgumentException offline) {
            throw unreachable(place, String.valueOf(offline.getMessage()), offline);
        }
    }

    private static AgentctlException unreachable(URI place, String why, Exception cause) {
        return new AgentctlException(
                ErrorCode.UNREACHABLE,
                "cannot ask " + place + " which version is newest: " + why,
                "Without a network, leave --check out: agentctl version asks nobody.",
                null,
                cause);
    }
}
