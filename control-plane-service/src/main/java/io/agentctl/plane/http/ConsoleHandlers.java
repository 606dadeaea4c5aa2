package io.agentctl.plane.http;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.plane.console.ConsoleFile;
import io.agentctl.plane.console.ConsoleFiles;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** {@code /} and {@code /assets}: the console, for anybody, since it holds no data of its own. */
final class ConsoleHandlers {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    /** Nothing from elsewhere, nothing written into the page, nobody around it. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Map<HeaderName, String> PRECAUTIONS = Map.of(
            HeaderNames.create("Content-Security-Policy"), POLICY,
            HeaderNames.create("X-Content-Type-Options"), "nosniff",
            HeaderNames.create("X-Frame-Options"), "DENY",
            HeaderNames.create("Referrer-Policy"), "no-referrer",
            HeaderNames.create("Cross-Origin-Opener-Policy"), "same-origin",
            HeaderNames.create("Cross-Origin-Resource-Policy"), "same-origin",
            HeaderNames.create("Permissions-Policy"), "camera=(), geolocation=(), microphone=(), payment=()");

    private static final byte[] LEFT_OUT =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <title>agentctl control plane</title>
            <h1>This control plane was built without its console</h1>
            <p>Building it takes Node.js and npm. All else works: <a href="/openapi.json">what it answers</a>.</p>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final ConsoleFiles files;

    ConsoleHandlers(ConsoleFiles files) {
        this.files = files;
    }

    void page(ServerRequest request, ServerResponse response) {
        Optional<ConsoleFile> page = files.page();
        if (page.isPresent()) {
            send(request, response, page.get(), ASK_EACH_TIME);
            return;
        }
        PRECAUTIONS.forEach((name, value) -> response.header(name, value));
        response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8");
        response.header(HeaderNames.CACHE_CONTROL, ASK_EACH_TIME);
        response.send(LEFT_OUT);
    }

    void asset(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("id");
        ConsoleFile file = files.find(name)
                .orElseThrow(() ->
                        new AgentctlException(ErrorCode.NOT_FOUND, "the console has no such file", "Reload the page."));
        send(request, response, file, FOREVER);
    }

    private static void send(ServerRequest request, ServerResponse response, ConsoleFile file, String caching) {
        String tag = "\"" + file.sha256() + "\"";
        PRECAUTIONS.forEach((name, value) -> response.header(name, value));
        response.header(HeaderNames.CACHE_CONTROL, caching);
        response.header(HeaderNames.ETAG, tag);
        response.header(HeaderNames.VARY, "Accept-Encoding");
        if (header(request, HeaderNames.IF_NONE_MATCH).contains(tag)) {
            response.status(Status.NOT_MODIFIED_304).send();
            return;
        }
        response.header(HeaderNames.CONTENT_TYPE, file.type());
        boolean compressed = header(request, HeaderNames.ACCEPT_ENCODING).contains("gzip");
        if (compressed) {
            response.header(HeaderNames.CONTENT_ENCODING, "gzip");
        }
        response.send(compressed ? file.gzip() : file.bytes());
    }

    private static String header(ServerRequest request, HeaderName name) {
        return request.headers().first(name).orElse("");
    }
}
