package io.agentctl.control.remote.identity;

import java.net.URI;
import java.util.Optional;

/**
 * The STS that a request is signed for.
 *
 * @param url where the request is to be sent
 * @param region that it is signed for
 */
public record StsEndpoint(URI url, String region) {

    private static final String GLOBAL_REGION = "us-east-1";

    /** The one of a region; without a region the global one, which the usual partition of AWS has. */
    public static StsEndpoint of(Optional<String> region) {
        return region.map(name -> new StsEndpoint(
                        URI.create("https://sts." + name
                                + (name.startsWith("cn-") ? ".amazonaws.com.cn/" : ".amazonaws.com/")),
                        name))
                .orElseGet(() -> new StsEndpoint(URI.create("https://sts.amazonaws.com/"), GLOBAL_REGION));
    }

    /** Another one, such as the sandbox. */
    public static StsEndpoint at(URI endpoint, Optional<String> region) {
        return new StsEndpoint(endpoint.resolve("/"), region.orElse(GLOBAL_REGION));
    }
}
