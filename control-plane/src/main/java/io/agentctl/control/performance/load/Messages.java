package io.agentctl.control.performance.load;

import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.scenario.Request;
import io.agentctl.control.performance.scenario.Template;
import io.agentctl.control.performance.scenario.Template.Escape;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Requests as they go out, each from its row of the data; one that never changes is made once. */
final class Messages {

    private final Request request;
    private final URI url;
    private final Template path;
    private final Template body;
    private final SequencedMap<String, Template> headers;
    private final Optional<byte[]> constant;

    private Messages(
            Request request,
            URI url,
            Template path,
            Template body,
            SequencedMap<String, Template> headers,
            Optional<byte[]> constant) {
        this.request = request;
        this.url = url;
        this.path = path;
        this.body = body;
        this.headers = headers;
        this.constant = constant;
    }

    /**
     * Makes them.
     *
     * @param url the target; the scenario's path replaces its own only if that is empty
     * @throws IllegalArgumentException if a place is not in the data
     */
    static Messages of(Request request, URI url) {
        SequencedMap<String, Template> headers = new LinkedHashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, Template.of(value, Escape.HEADER)));
        headers.putIfAbsent("User-Agent", Template.of("agentctl-perf", Escape.NONE));
        Messages made = new Messages(
                request, url, Template.of(path(request, url), Escape.URL), body(request), headers, Optional.empty());
        Set<String> columns =
                request.data().isEmpty() ? Set.of() : request.data().getFirst().keySet();
        made.path.check(columns);
        made.body.check(columns);
        headers.values().forEach(template -> template.check(columns));
        return made.isConstant()
                ? new Messages(request, url, made.path, made.body, headers, Optional.of(made.bytes(0)))
                : made;
    }

    private boolean isConstant() {
        return path.constant() && body.constant() && headers.values().stream().allMatch(Template::constant);
    }

    /** The path and query of the first request, to show. */
    String samplePath() {
        return path.fill(0, row(0));
    }

    /** As HTTP/1.1 has it. */
    byte[] bytes(long index) {
        if (constant.isPresent()) {
            return constant.get();
        }
        Map<String, String> row = row(index);
        byte[] content = body.fill(index, row).getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder(request.method())
                .append(' ')
                .append(path.fill(index, row))
                .append(" HTTP/1.1\r\nHost: ")
                .append(authority())
                .append("\r\n");
        headers.forEach((name, value) ->
                head.append(name).append(": ").append(value.fill(index, row)).append("\r\n"));
        if (content.length > 0 || !Set.of("GET", "HEAD", "OPTIONS", "DELETE").contains(request.method())) {
            head.append("Content-Length: ").append(content.length).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[start.length + content.length];
        System.arraycopy(start, 0, whole, 0, start.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return whole;
    }

    /** As the JDK's client wants it. */
    HttpRequest http2(long index) {
        Map<String, String> row = row(index);
        String content = body.fill(index, row);
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(Origin.of(url) + path.fill(index, row)))
                .timeout(request.timeout())
                .method(
                        request.method(),
                        content.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(content));
        headers.forEach((name, value) -> builder.header(name, value.fill(index, row)));
        return builder.build();
    }

    private Map<String, String> row(long index) {
        return request.data().isEmpty()
                ? Map.of()
                : request.data().get((int) (index % request.data().size()));
    }

    private String authority() {
        String origin = Origin.of(url).toString();
        return origin.substring(origin.indexOf("//") + 2);
    }

    private static String path(Request request, URI url) {
        String own = (url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath())
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        return own.equals("/") ? request.path().orElse("/") : own;
    }

    private static Template body(Request request) {
        boolean json =
                request.body().strip().startsWith("{") || request.body().strip().startsWith("[");
        return Template.of(request.body(), json ? Escape.JSON : Escape.NONE);
    }
}
