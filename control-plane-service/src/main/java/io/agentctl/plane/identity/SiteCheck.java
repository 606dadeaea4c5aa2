package io.agentctl.plane.identity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a request that came with a cookie was made by a page of this control plane. Browsers send cookies with what
 * pages of other sites ask for; three things that those cannot forge are looked at, and all must be right: where the
 * browser says that the request comes from, the text that belongs to the cookie, and (by the cookie itself) SameSite.
 *
 * @param method of the request
 * @param host the Host header
 * @param origin the Origin header
 * @param fetchSite the Sec-Fetch-Site header
 * @param shown the text that the page shows for the cookie
 */
public record SiteCheck(
        String method, String host, Optional<String> origin, Optional<String> fetchSite, Optional<String> shown) {

    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /** The header that pages show {@link Sessions#crossSite} in. */
    public static final String HEADER = "x-agentctl-csrf";

    /**
     * Refuses what may come from elsewhere.
     *
     * @throws AgentctlException NOT_ALLOWED for it
     */
    public void require(String secret) {
        if (SAFE.contains(method)) {
            return;
        }
        boolean same = fetchSite.map("same-origin"::equals).orElse(true)
                && origin.map(this::isOwn).orElse(fetchSite.isPresent());
        if (!same || !Secret.same(shown.orElse(""), Sessions.crossSite(secret))) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    "this change does not come from a page of this control plane",
                    "Reload the page. Programs must show a token or a session in the Authorization header.");
        }
    }

    /** TLS may end before this program, so only names and ports are compared. */
    private boolean isOwn(String text) {
        try {
            String authority = URI.create(text).getRawAuthority();
            return authority != null && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException ignored) {
            return false;
        }
    }
}
