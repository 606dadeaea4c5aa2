package io.agentctl.sandbox.protocol;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which requests address an operation of a REST service; the SDK's model classes do not tell.
 *
 * @param operation the operation's name
 * @param method the HTTP method
 * @param template the path, with labels in braces: {@code /2015-03-31/functions/{FunctionName}}; after a question mark
 *     the one parameter that tells the operation from another of the same path: {@code ?List=ALL}
 * @param status the HTTP status of success, where no member of the answer says otherwise
 */
public record RestRoute(String operation, String method, String template, int status) {
    private static final int OK = 200;

    /** Validates. */
    public RestRoute {
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(method, "method");
        if (!template.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash: " + template);
        }
    }

    /** An operation that answers with 200. */
    public static RestRoute of(String operation, String method, String template) {
        return new RestRoute(operation, method, template, OK);
    }

    /**
     * Matches a request.
     *
     * @param requestMethod its HTTP method
     * @param rawPath its path, still escaped; a slash at the end makes no difference
     * @param query its query's parameters, decoded
     * @return the values of the template's labels, or empty when the request is another operation's
     */
    Optional<Map<String, String>> match(String requestMethod, String rawPath, Map<String, List<String>> query) {
        String[] parts = template.split("\\?", 2);
        List<String> wanted = segments(parts[0]);
        List<String> given = segments(rawPath);
        if (!method.equals(requestMethod)
                || wanted.size() != given.size()
                || !(parts.length == 1 || has(query, parts[1]))) {
            return Optional.empty();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            if (name.startsWith("{")) {
                labels.put(name.substring(1, name.length() - 1), unescape(given.get(i)));
            } else if (!name.equals(given.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(labels);
    }

    private static boolean has(Map<String, List<String>> query, String parameter) {
        String[] pair = parameter.split("=", 2);
        return query.getOrDefault(pair[0], List.of()).contains(pair[1]);
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** In a path, unlike in a form, a plus is a plus. */
    private static String unescape(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
