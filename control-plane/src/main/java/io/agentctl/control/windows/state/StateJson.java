package io.agentctl.control.windows.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.scaling.Bounds;
import io.agentctl.control.scaling.Suspension;
import java.time.DateTimeException;
import java.time.Instant;

/** Writes and reads what is remembered, as JSON that people can read too. */
public final class StateJson {

    private static final int SCHEMA_VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private StateJson() {}

    static String write(ServiceState state) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("cluster", state.service().cluster())
                .put("service", state.service().service())
                .put("version", state.version());
        if (state.sleeping() != null) {
            root.set("sleeping", node(state.sleeping()));
        }
        if (state.wish() != null) {
            root.set("wish", node(state.wish()));
        }
        return root.toPrettyString();
    }

    /** For an action's argument. */
    public static String write(Sleeping sleeping) {
        return node(sleeping).toString();
    }

    /** For an action's argument. */
    public static String write(Wish wish) {
        return node(wish).toString();
    }

    private static ObjectNode node(Sleeping sleeping) {
        Original original = sleeping.original();
        ObjectNode node = MAPPER.createObjectNode()
                .put("window", sleeping.window())
                .put("floor", sleeping.floor())
                .put("since", sleeping.since().toString());
        ObjectNode was = node.putObject("original").put("desired", original.desired());
        if (original.bounds() != null) {
            was.put("bounds", original.bounds().toString());
            was.putObject("suspended")
                    .put("scaleIn", original.suspension().scaleIn())
                    .put("scaleOut", original.suspension().scaleOut())
                    .put("scheduled", original.suspension().scheduled());
        }
        return node;
    }

    private static ObjectNode node(Wish wish) {
        return MAPPER.createObjectNode()
                .put("asleep", wish.asleep())
                .put("until", wish.until().toString())
                .put("reason", wish.reason())
                .put("by", wish.by());
    }

    /**
     * Reads what {@link #write(ServiceState)} wrote.
     *
     * @param source where the text came from, for messages
     * @throws AgentctlException BAD_DOCUMENT if it was written by a newer version, or is damaged
     */
    static ServiceState read(String source, String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            int schemaVersion = root.path("schemaVersion").asInt(0);
            if (schemaVersion > SCHEMA_VERSION) {
                throw AgentctlException.newerDocument(source, schemaVersion, SCHEMA_VERSION);
            }
            return new ServiceState(
                    new ServiceName(text(root, "cluster"), text(root, "service")),
                    root.has("sleeping") ? sleeping(root.get("sleeping")) : null,
                    root.has("wish") ? wish(root.get("wish")) : null,
                    required(root, "version").longValue());
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    source + " is not a state of a service that agentctl can read: " + problem.getMessage(),
                    "look at what the service was in: agentctl ops list; then move the entry away",
                    null,
                    problem);
        }
    }

    /** Reads what {@link #write(Sleeping)} wrote. */
    public static Sleeping sleeping(String text) {
        return sleeping(tree(text));
    }

    /** Reads what {@link #write(Wish)} wrote. */
    public static Wish wish(String text) {
        return wish(tree(text));
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException problem) {
            throw new IllegalArgumentException("not JSON: " + text, problem);
        }
    }

    private static Sleeping sleeping(JsonNode node) {
        JsonNode was = required(node, "original");
        JsonNode suspended = was.path("suspended");
        return new Sleeping(
                text(node, "window"),
                required(node, "floor").asInt(),
                Instant.parse(text(node, "since")),
                new Original(
                        required(was, "desired").asInt(),
                        was.has("bounds") ? Bounds.parse(text(was, "bounds")) : null,
                        suspended.isObject()
                                ? new Suspension(
                                        suspended.path("scaleIn").asBoolean(),
                                        suspended.path("scaleOut").asBoolean(),
                                        suspended.path("scheduled").asBoolean())
                                : null));
    }

    private static Wish wish(JsonNode node) {
        return new Wish(
                required(node, "asleep").asBoolean(),
                Instant.parse(text(node, "until")),
                text(node, "reason"),
                text(node, "by"));
    }

    private static String text(JsonNode node, String name) {
        return required(node, name).asText();
    }

    private static JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it lacks " + name);
        }
        return value;
    }
}
