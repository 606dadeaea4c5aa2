package io.agentctl.sandbox.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** The parameters in a request's query; of several with one name the last counts. */
final class Parameters {
    private Parameters() {}

    static Map<String, String> of(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        all(uri).forEach((name, values) -> parameters.put(name, values.getLast()));
        return parameters;
    }

    /** All values of every name, in their order. */
    static Map<String, List<String>> all(URI uri) {
        Map<String, List<String>> parameters = new HashMap<>();
        String query = uri.getRawQuery();
        StringTokenizer pairs = new StringTokenizer(query == null ? "" : query, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            parameters
                    .computeIfAbsent(decode(name), ignored -> new ArrayList<>())
                    .add(decode(value));
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
