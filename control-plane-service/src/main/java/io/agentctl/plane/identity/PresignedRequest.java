package io.agentctl.plane.identity;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request to STS that somebody signed and did not send.
 *
 * @param method of HTTP
 * @param url with the signature in its query
 * @param headers by their names in lower case
 */
record PresignedRequest(String method, String url, Map<String, String> headers) {

    /** Session tokens of AWS take up to some 4 KB, which encoding and base64 make larger. */
    static final int MOST_CHARACTERS = 14_000;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    PresignedRequest {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads base64url of a JSON document with {@code method}, {@code url} and {@code headers}.
     *
     * @throws AgentctlException NOT_SIGNED_IN for anything else
     */
    static PresignedRequest parse(String base64) {
        if (base64.length() > MOST_CHARACTERS) {
            throw Refusals.malformed("it is too long");
        }
        try {
            byte[] text = Base64.getUrlDecoder().decode(base64);
            return of(JSON.readTree(new String(text, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | IllegalArgumentException ignored) {
            throw Refusals.malformed("it is not base64url of JSON");
        }
    }

    private static PresignedRequest of(JsonNode document) {
        if (!document.isObject() || !names(document).equals(Set.of("method", "url", "headers"))) {
            throw Refusals.malformed("it must have 'method', 'url' and 'headers', and nothing else");
        }
        JsonNode headers = document.get("headers");
        if (!headers.isObject()) {
            throw Refusals.malformed("'headers' is no object");
        }
        Map<String, String> found = new TreeMap<>();
        headers.properties().forEach(header -> found.put(header.getKey(), text(header.getValue())));
        return new PresignedRequest(text(document.get("method")), text(document.get("url")), found);
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Only what can stand in a request line or a header. */
    private static String text(JsonNode value) {
        return Optional.of(value)
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> text.chars().allMatch(sign -> sign > ' ' && sign < 0x7f))
                .orElseThrow(() -> Refusals.malformed("its values must be texts of visible ASCII"));
    }

    /** Whoever has the signature can use it, so it stays out of logs. */
    @Override
    public String toString() {
        return "PresignedRequest[***]";
    }
}
