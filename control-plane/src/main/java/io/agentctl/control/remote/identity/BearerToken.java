package io.agentctl.control.remote.identity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A token that somebody handed out.
 *
 * @param value the whole token, which is a secret
 */
public record BearerToken(String value) {

    private static final Pattern FORM = Pattern.compile("agentctl\\.[a-z0-9-]{1,64}\\.[\\w-]{20,128}");

    /** @throws AgentctlException BAD_CONFIGURATION for what cannot be one; not repeating it */
    public BearerToken {
        if (!FORM.matcher(value).matches()) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "this is no token of a control plane: those are agentctl.NAME.SECRET",
                    "Is it whole, and without quotes or line ends?");
        }
    }

    /** The headers of a request. */
    public Map<String, String> headers() {
        return Map.of("Authorization", "Bearer " + value);
    }

    @Override
    public String toString() {
        return "BearerToken[***]";
    }
}
