package io.agentctl.plane.configuration;

import io.agentctl.control.yaml.Form;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How callers prove who they are.
 *
 * @param audience the name that callers sign their proof for; proofs for another are refused. Empty: nobody can sign in
 *     by AWS identity
 * @param sts an endpoint to be asked instead of AWS's own, for the sandbox
 * @param tokens a file of bearer tokens, beside those in the table
 * @param session how long a console stays signed in
 */
public record IdentitySection(Optional<String> audience, Optional<URI> sts, Optional<Path> tokens, Duration session) {

    static final List<String> KEYS = List.of("audience", "sts", "tokens", "session");

    private static final Duration USUAL_SESSION = Duration.ofHours(8);
    private static final int LONGEST_AUDIENCE = 200;

    static IdentitySection read(Form form) {
        return new IdentitySection(
                form.value(
                        "audience",
                        IdentitySection::audience,
                        "the URL or a name of this control plane, up to " + LONGEST_AUDIENCE
                                + " visible characters of ASCII"),
                form.value("sts", IdentitySection::endpoint, "an http or https URL"),
                form.value("tokens", Path::of, "a path"),
                Values.duration(form, "session", USUAL_SESSION, Duration.ofMinutes(1), Duration.ofDays(7)));
    }

    /** It travels in a header. */
    private static String audience(String text) {
        if (text.length() > LONGEST_AUDIENCE || !text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static URI endpoint(String text) {
        URI endpoint = URI.create(text);
        if (endpoint.getHost() == null || !List.of("http", "https").contains(endpoint.getScheme())) {
            throw new IllegalArgumentException(text);
        }
        return endpoint;
    }
}
