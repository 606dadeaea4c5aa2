package io.agentctl.control.performance.http;

import java.net.URI;
import java.util.Locale;

/**
 * Whom requests are sent to (RFC 6454).
 *
 * @param tls whether by https
 * @param host a name or an address, in lower case
 * @param port of TCP
 */
public record Origin(boolean tls, String host, int port) {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /** That of a URL of scheme http or https with a host. */
    public static Origin of(URI url) {
        boolean tls = "https".equalsIgnoreCase(url.getScheme());
        int usual = tls ? HTTPS : HTTP;
        return new Origin(tls, url.getHost().toLowerCase(Locale.ROOT), url.getPort() < 0 ? usual : url.getPort());
    }

    /** Whether a redirect leads to it, or to a path of it. */
    public boolean holds(String location) {
        try {
            URI url = toUri().resolve(location);
            return url.getHost() != null && of(url).equals(this) && isHttp(url);
        } catch (IllegalArgumentException noUrl) {
            return false;
        }
    }

    /** For the header Host. */
    String authority() {
        return port == (tls ? HTTPS : HTTP) ? host : host + ":" + port;
    }

    /** A name that sockets take: IPv6 addresses stand in brackets in URLs alone. */
    public String bareHost() {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private URI toUri() {
        return URI.create(this + "/");
    }

    private static boolean isHttp(URI url) {
        return "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority();
    }
}
