package io.agentctl.control.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how to talk to AWS.
 *
 * @param profile a profile of the AWS configuration files; empty for the default credentials chain
 * @param region the region, such as {@code eu-central-1}
 * @param endpoint replaces every service's own endpoint; empty for AWS itself
 * @param credentials where the keys come from
 * @param readOnly refuses every operation that could change something
 * @param callTimeout the most that one call may take, its retries included
 * @param attempts the most attempts that a call gets, the first included; at least 1
 * @param pace whether calls are held back to what AWS takes in a second
 */
public record AwsSettings(
        Optional<String> profile,
        String region,
        Optional<URI> endpoint,
        Credentials credentials,
        boolean readOnly,
        Duration callTimeout,
        int attempts,
        Pace pace) {

    /** Ten attempts ride out a minute in which half of all calls are throttled: one in a thousand fails. */
    public static final int USUAL_ATTEMPTS = 10;

    /** Where the keys come from. */
    public enum Credentials {
        /** The SDK's default chain, or the profile. */
        CHAIN,
        /** Dummy keys, for the sandbox, which checks none. Real keys must never be sent there. */
        SANDBOX
    }

    /** How fast calls may follow one another. */
    public enum Pace {
        /** As fast as AWS takes them of an account. */
        AS_AWS_ALLOWS,
        /** At once, for an endpoint that is not AWS. */
        AT_ONCE
    }

    public AwsSettings {
        if (region.isBlank()) {
            throw new IllegalArgumentException("a region is needed");
        }
        if (callTimeout.isNegative() || callTimeout.isZero()) {
            throw new IllegalArgumentException("the call timeout must be positive: " + callTimeout);
        }
        if (attempts < 1) {
            throw new IllegalArgumentException("a call gets an attempt at least");
        }
    }

    /** Settings for an endpoint that takes any keys. */
    public static AwsSettings sandbox(URI endpoint, String region) {
        return new AwsSettings(
                Optional.empty(),
                region,
                Optional.of(endpoint),
                Credentials.SANDBOX,
                false,
                Duration.ofSeconds(60),
                USUAL_ATTEMPTS,
                Pace.AT_ONCE);
    }

    /** The same, with other attempts for each call. */
    public AwsSettings withAttempts(int most) {
        return new AwsSettings(profile, region, endpoint, credentials, readOnly, callTimeout, most, pace);
    }
}
