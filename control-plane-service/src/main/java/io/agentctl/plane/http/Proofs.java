package io.agentctl.plane.http;

import io.agentctl.plane.audit.Origin;
import io.agentctl.plane.identity.Proof;
import io.agentctl.plane.identity.SiteCheck;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.Optional;

/** What a request shows of its caller. */
final class Proofs {

    private static final HeaderName FETCH_SITE = HeaderNames.create("Sec-Fetch-Site");
    private static final HeaderName CROSS_SITE = HeaderNames.create(SiteCheck.HEADER);

    private Proofs() {}

    static Proof of(ServerRequest request) {
        SiteCheck site = new SiteCheck(
                request.prologue().method().text(),
                header(request, HeaderNames.HOST).orElse(""),
                header(request, HeaderNames.ORIGIN),
                header(request, FETCH_SITE),
                header(request, CROSS_SITE));
        return new Proof(header(request, HeaderNames.AUTHORIZATION), cookies(request), site);
    }

    static Origin origin(ServerRequest request) {
        return new Origin(request.remotePeer().host(), request.socketId() + "-" + request.id());
    }

    private static Optional<String> header(ServerRequest request, HeaderName name) {
        return request.headers().first(name);
    }

    /** Browsers may send several headers; HTTP/2 ones do. */
    private static Optional<String> cookies(ServerRequest request) {
        List<String> all = request.headers().values(HeaderNames.COOKIE);
        return all.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", all));
    }
}
