package io.agentctl.control.remote.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/**
 * Proves an AWS identity without showing a secret: signs a request that asks STS who signed it, and hands it to the
 * control plane, which sends it. The signature covers the control plane's name, so that it is of no use elsewhere, and
 * a random text, so that it is of use once.
 */
public final class AwsProof {

    /** Names the control plane that a request is signed for. */
    public static final String AUDIENCE = "x-agentctl-audience";

    /** Makes a request good for one use. */
    public static final String NONCE = "x-agentctl-nonce";

    /** The scheme of the Authorization header. */
    public static final String SCHEME = "AWS-STS";

    private static final Duration VALID = Duration.ofSeconds(60);
    private static final int NONCE_BYTES = 24;
    private static final int LONGEST_REASON = 200;

    private final Supplier<AwsCredentialsProvider> credentials;
    private final StsEndpoint endpoint;
    private final String audience;
    private final SecureRandom random;
    private final Clock clock;

    /**
     * Signs nothing yet.
     *
     * @param credentials whose identity is to be proved
     * @param audience the control plane's URL as the user configured it, never as the server says: a server that chose
     *     it could have requests signed for another
     */
    public AwsProof(
            Supplier<AwsCredentialsProvider> credentials,
            StsEndpoint endpoint,
            String audience,
            SecureRandom random,
            Clock clock) {
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.audience = audience;
        this.random = random;
        this.clock = clock;
    }

    /** What a control plane at a URL is called in proofs: the URL without slashes at its end. */
    public static String audience(URI url) {
        return url.toString().replaceAll("/+$", "");
    }

    /**
     * The headers of one request.
     *
     * @throws AgentctlException NOT_SIGNED_IN if there are no credentials
     */
    public Map<String, String> headers() {
        SdkHttpRequest signed = sign(resolved());
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("method", signed.method().name())
                .put("url", signed.getUri().toString());
        ObjectNode headers = document.putObject("headers");
        signed.firstMatchingHeader(AUDIENCE).ifPresent(value -> headers.put(AUDIENCE, value));
        signed.firstMatchingHeader(NONCE).ifPresent(value -> headers.put(NONCE, value));
        byte[] text = document.toString().getBytes(StandardCharsets.UTF_8);
        return Map.of(
                "Authorization",
                SCHEME + " " + Base64.getUrlEncoder().withoutPadding().encodeToString(text));
    }

    private AwsCredentials resolved() {
        try {
            return credentials.get().resolveCredentials();
        } catch (SdkException none) {
            throw new AgentctlException(
                    ErrorCode.NOT_SIGNED_IN,
                    "there are no AWS credentials to sign in with" + why(none),
                    "Sign in with AWS (aws sso login), or set AGENTCTL_TOKEN; --debug says where they were looked for.",
                    null,
                    none);
        }
    }

    /** A whole chain of places in which nothing was found is for those who look for faults. */
    private static String why(SdkException none) {
        String message = String.valueOf(none.getMessage());
        return message.length() > LONGEST_REASON ? "" : ": " + message;
    }

    private SdkHttpRequest sign(AwsCredentials identity) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(endpoint.url())
                .putRawQueryParameter("Action", "GetCallerIdentity")
                .putRawQueryParameter("Version", "2011-06-15")
                .putHeader(AUDIENCE, audience)
                .putHeader(NONCE, Base64.getUrlEncoder().withoutPadding().encodeToString(nonce))
                .build();
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(identity)
                        .request(request)
                        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "sts")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, endpoint.region())
                        .putProperty(AwsV4FamilyHttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4FamilyHttpSigner.EXPIRATION_DURATION, VALID)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request();
    }

    @Override
    public String toString() {
        return "an AWS identity, proved to " + audience;
    }
}
