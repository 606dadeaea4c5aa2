package io.agentctl.control.remote.identity;

import io.agentctl.control.aws.AwsClients;
import io.agentctl.control.aws.AwsSettings;
import io.agentctl.control.remote.Credentials;
import io.agentctl.control.settings.Context;
import io.agentctl.control.settings.Settings;
import io.agentctl.control.settings.Sourced;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How this user shows who they are to the control plane of a context. */
public final class CallerOfPlane {

    /** Holds a token, where there is one. */
    public static final String TOKEN = "AGENTCTL_TOKEN";

    private static final String SOME_REGION = "us-east-1";

    private CallerOfPlane() {}

    /**
     * A token of the environment, or else the AWS identity of the user's profile.
     *
     * @param environment the variables that the program was started with
     */
    public static Credentials of(Context.ControlPlane plane, Settings settings, Map<String, String> environment) {
        String token = environment.getOrDefault(TOKEN, "");
        if (!token.isEmpty()) {
            return new BearerToken(token.trim())::headers;
        }
        Optional<URI> endpoint = settings.endpoint().map(Sourced::value);
        Optional<String> region = settings.region().map(Sourced::value);
        AwsProof proof = new AwsProof(
                () -> new AwsClients(aws(settings, endpoint, region)).credentials(),
                endpoint.map(there -> StsEndpoint.at(there, region)).orElseGet(() -> StsEndpoint.of(region)),
                AwsProof.audience(plane.url()),
                new SecureRandom(),
                Clock.systemUTC());
        return new PlaneCredentials(plane.url(), proof::headers, Clock.systemUTC());
    }

    /** An endpoint that is not AWS is the sandbox, which has keys of its own. */
    private static AwsSettings aws(Settings settings, Optional<URI> endpoint, Optional<String> region) {
        return new AwsSettings(
                settings.profile().map(Sourced::value),
                region.orElse(SOME_REGION),
                Optional.empty(),
                endpoint.isPresent() ? AwsSettings.Credentials.SANDBOX : AwsSettings.Credentials.CHAIN,
                true,
                Duration.ofMinutes(1),
                1,
                AwsSettings.Pace.AT_ONCE);
    }
}
