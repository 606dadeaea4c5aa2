package io.agentctl.governance;

import io.agentctl.policies.serving.MalformedRequestException;
import io.agentctl.policies.serving.RequestReader;
import io.agentctl.policies.serving.StatedRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request to decide on.
 *
 * @param intent what is asked for
 * @param context what the agent states
 * @param size of the request's body, bytes; of the payload where nothing else is stated
 * @param id how the decision is to be called; empty to call it as the invocation is called
 * @param caller who called whoever asks, if that is known
 * @param usage counts of whoever asks, by the names of the usage facts; empty to count here
 */
record Question(
        String intent,
        Map<String, Object> context,
        int size,
        Optional<String> id,
        Optional<String> caller,
        Optional<Map<String, Object>> usage) {

    /** As deep as a runtime may be set to let requests be. */
    private static final int DEPTH = 500;

    private static final int LONGEST_NAME = 256;
    private static final List<String> ARRIVAL = List.of("id", "caller", "size", "usage");
    private static final RequestReader READER = new RequestReader(DEPTH, "environment", "arrival");

    /**
     * Reads a payload: {@code {"intent", "context", "environment"?, "arrival"?: {"id"?, "caller"?, "size"?,
     * "usage"?}}}.
     *
     * @param environment the one whose policies are here; no other can be asked for, or a caller could choose the
     *     policies that suit it
     */
    static Question read(byte[] payload, String environment) throws MalformedRequestException {
        StatedRequest stated = READER.read(payload);
        Object asked = stated.others().get("environment");
        if (stated.others().containsKey("environment") && !environment.equals(asked)) {
            throw new MalformedRequestException(
                    "/environment", "this function decides for " + environment + " and for no other environment");
        }
        Map<String, Object> arrival = object(stated.others(), "arrival", "").orElse(Map.of());
        for (String name : arrival.keySet()) {
            if (!ARRIVAL.contains(name)) {
                throw new MalformedRequestException(
                        "/arrival/" + name, "unknown member; there are " + String.join(", ", ARRIVAL));
            }
        }
        return new Question(
                stated.intent(),
                stated.context(),
                size(arrival).orElse(payload.length),
                text(arrival, "id"),
                text(arrival, "caller"),
                object(arrival, "usage", "/arrival"));
    }

    @SuppressWarnings("unchecked")
    private static Optional<Map<String, Object>> object(Map<String, Object> members, String name, String parent)
            throws MalformedRequestException {
        Object value = members.get(name);
        if (value != null && !(value instanceof Map)) {
            throw new MalformedRequestException(parent + "/" + name, "must be an object");
        }
        return Optional.ofNullable((Map<String, Object>) value);
    }

    private static Optional<String> text(Map<String, Object> arrival, String name) throws MalformedRequestException {
        Object value = arrival.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof String text) || text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new MalformedRequestException(
                    "/arrival/" + name, "must be a string of 1 to " + LONGEST_NAME + " characters");
        }
        return Optional.of(text);
    }

    private static Optional<Integer> size(Map<String, Object> arrival) throws MalformedRequestException {
        Object value = arrival.get("size");
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Long size) || size < 0 || size > Integer.MAX_VALUE) {
            throw new MalformedRequestException("/arrival/size", "must be a number of bytes");
        }
        return Optional.of(size.intValue());
    }
}
