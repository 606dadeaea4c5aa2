package io.agentctl.sandbox.identity;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/**
 * The sandbox's own access keys: {@code sandbox}, and {@code sandbox-NAME} for each role that somebody wants to try,
 * all with the secret {@code sandbox}. Of any other key the sandbox knows nothing, and believes it.
 */
public final class SandboxKeys {
    private static final Pattern KEY = Pattern.compile("sandbox(?:-([A-Za-z0-9-]{1,40}))?");
    private static final String SECRET = "sandbox";
    private static final String SIGNED_BY = "x-sandbox-access-key";
    private static final String USUAL_ROLE = "sandbox-operator";

    private SandboxKeys() {}

    /** The secret of a key, if it is one of these. */
    public static Optional<String> secret(String accessKey) {
        return KEY.matcher(accessKey).matches() ? Optional.of(SECRET) : Optional.empty();
    }

    /** A request that remembers whose it is. */
    public static GetCallerIdentityRequest signedBy(GetCallerIdentityRequest request, String accessKey) {
        return request.toBuilder()
                .overrideConfiguration(AwsRequestOverrideConfiguration.builder()
                        .putHeader(SIGNED_BY, accessKey)
                        .build())
                .build();
    }

    /** The role of whoever signed: {@code NAME} of {@code sandbox-NAME}, and the usual one for all other keys. */
    static String role(GetCallerIdentityRequest request) {
        return request.overrideConfiguration()
                .flatMap(configuration -> configuration.headers().getOrDefault(SIGNED_BY, List.of()).stream()
                        .findFirst())
                .map(KEY::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .orElse(USUAL_ROLE);
    }
}
