package io.agentctl.sandbox.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * A request as it came.
 *
 * @param method the HTTP method
 * @param uri path and query
 * @param headers its headers
 * @param body its body, decompressed
 */
@SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
record Request(String method, URI uri, Headers headers, byte[] body) {
    private static final Pattern SCOPE = Pattern.compile("Credential=([^/]+)/\\d+/[^/]+/([^/]+)/aws4_request");

    static Request read(HttpExchange exchange) throws IOException {
        byte[] raw = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getRequestHeaders();
        // The SDK compresses large PutMetricData bodies.
        byte[] body = "gzip".equals(headers.getFirst("Content-Encoding"))
                ? new GZIPInputStream(new ByteArrayInputStream(raw)).readAllBytes()
                : raw;
        return new Request(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body);
    }

    /** A header's value; empty when there is none. */
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The parameters of a Query request: its body, or, where somebody follows a link, what is in the link. */
    byte[] form() {
        String query = uri.getRawQuery();
        return method.equals("GET") && query != null ? query.getBytes(StandardCharsets.UTF_8) : body;
    }

    /** The service's name in the signature's credential scope; empty when it is not signed. */
    String signingName() {
        return scope(2);
    }

    /** The access key that it is signed with; empty when it is not signed. */
    String accessKey() {
        return scope(1);
    }

    /** Whether it was signed by somebody who may not be the one that sends it: the signature is in its link. */
    boolean presigned() {
        return Parameters.of(uri).containsKey("X-Amz-Algorithm");
    }

    private String scope(int part) {
        String credential = "Credential=" + Parameters.of(uri).getOrDefault("X-Amz-Credential", "");
        Matcher matcher = SCOPE.matcher(presigned() ? credential : header("Authorization"));
        return matcher.find() ? matcher.group(part) : "";
    }
}
