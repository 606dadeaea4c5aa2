package io.agentctl.control.plan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads a saved plan: what a planning command printed with {@code -o json}, or its {@code plan} alone. A plan decides
 * what happens in production, so anything not understood is refused.
 */
public final class PlanDocument {

    private static final int SCHEMA_VERSION = 1;

    private final String name;

    private PlanDocument(String name) {
        this.name = name;
    }

    /**
     * Reads a plan.
     *
     * @param name the file's name, for messages
     * @throws AgentctlException BAD_DOCUMENT, saying where, if it is not one
     */
    public static Plan read(String name, String text) {
        PlanDocument document = new PlanDocument(name);
        JsonNode root = document.parse(text);
        JsonNode version = root.get("schemaVersion");
        if (version != null && version.asInt() > SCHEMA_VERSION) {
            throw AgentctlException.newerDocument(name, version.asInt(), SCHEMA_VERSION);
        }
        if (version != null && version.asInt() != SCHEMA_VERSION) {
            throw document.bad("has schemaVersion " + version.asText() + "; this agentctl reads " + SCHEMA_VERSION);
        }
        JsonNode plan = root.has("plan") ? root.get("plan") : root;
        return document.plan(plan);
    }

    private JsonNode parse(String text) {
        try {
            JsonNode root = JsonMapper.builder()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build()
                    .readTree(text);
            if (root == null || !root.isObject()) {
                throw bad("is not a JSON object");
            }
            return root;
        } catch (JsonProcessingException malformed) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    name + ":" + malformed.getLocation().getLineNr() + ":"
                            + malformed.getLocation().getColumnNr() + ": " + malformed.getOriginalMessage(),
                    "",
                    null,
                    malformed);
        }
    }

    private Plan plan(JsonNode node) {
        requireKeys("plan", node, Set.of("schemaVersion", "kind", "target", "createdAt", "resources"));
        JsonNode target = required("plan", node, "target");
        requireKeys("target", target, Set.of("context", "account", "region"));
        List<ResourcePlan> resources = new ArrayList<>();
        for (JsonNode resource : required("plan", node, "resources")) {
            resources.add(resource(resource));
        }
        return new Plan(
                text("plan", node, "kind"),
                new Target(
                        text("target", target, "context"),
                        text("target", target, "account"),
                        text("target", target, "region")),
                instant(text("plan", node, "createdAt")),
                resources);
    }

    private ResourcePlan resource(JsonNode node) {
        requireKeys("resource", node, Set.of("resource", "fingerprint", "changes"));
        List<Change> changes = new ArrayList<>();
        for (JsonNode change : required("resource", node, "changes")) {
            changes.add(change(change));
        }
        return checked(() -> new ResourcePlan(
                ResourceId.parse(text("resource", node, "resource")), text("resource", node, "fingerprint"), changes));
    }

    private Change change(JsonNode node) {
        requireKeys("change", node, Set.of("resource", "field", "from", "to", "why", "risk", "monthly"));
        BigDecimal monthly = required("change", node, "monthly").decimalValue();
        return checked(() -> new Change(
                ResourceId.parse(text("change", node, "resource")),
                text("change", node, "field"),
                text("change", node, "from"),
                text("change", node, "to"),
                text("change", node, "why"),
                Risk.valueOf(text("change", node, "risk").toUpperCase(Locale.ROOT)),
                new Money(monthly)));
    }

    private <T> T checked(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (IllegalArgumentException invalid) {
            throw bad("is not a plan: " + invalid.getMessage());
        }
    }

    private Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notATime) {
            throw bad("has a createdAt that is not a time: " + text);
        }
    }

    private void requireKeys(String what, JsonNode node, Set<String> known) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                String near = Suggestions.sentence(key, known);
                throw bad("has an unknown key " + key + " in a " + what + (near.isEmpty() ? "" : ". " + near));
            }
        });
    }

    private JsonNode required(String what, JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null || value.isNull()) {
            throw bad("is not a plan: a " + what + " lacks " + key);
        }
        return value;
    }

    private String text(String what, JsonNode node, String key) {
        JsonNode value = required(what, node, key);
        if (!value.isTextual()) {
            throw bad("is not a plan: " + key + " of a " + what + " is not a text");
        }
        return value.asText();
    }

    private AgentctlException bad(String how) {
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT,
                name + " " + how,
                "Save a plan with, for example: agentctl ecs rightsize --all -o json > plan.json");
    }
}
