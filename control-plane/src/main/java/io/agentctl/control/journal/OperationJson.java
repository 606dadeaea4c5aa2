package io.agentctl.control.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes and reads one operation as JSON that people can read too. */
final class OperationJson {

    private static final int SCHEMA_VERSION = 1;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private OperationJson() {}

    static String write(Operation operation) {
        ObjectNode root = MAPPER.createObjectNode()
                .put("schemaVersion", SCHEMA_VERSION)
                .put("id", operation.id().value())
                .put("kind", operation.kind())
                .put("resource", operation.resource().toString())
                .put("summary", operation.summary())
                .put("state", operation.state().name())
                .put("goal", operation.goal().name())
                .put("failure", operation.failure())
                .put("startedAt", operation.startedAt().toString())
                .put("updatedAt", operation.updatedAt().toString())
                .put("leaseUntil", operation.leaseUntil().toString())
                .put("version", operation.version());
        root.putObject("target")
                .put("context", operation.target().context())
                .put("account", operation.target().account())
                .put("region", operation.target().region());
        root.putObject("owner")
                .put("user", operation.owner().user())
                .put("host", operation.owner().host())
                .put("pid", operation.owner().pid())
                .put("machine", operation.owner().machine())
                .put("bornAt", operation.owner().bornAt().toString());
        ArrayNode steps = root.putArray("steps");
        operation.steps().forEach(step -> writeStep(step, steps.addObject()));
        return root.toPrettyString();
    }

    private static void writeStep(Step step, ObjectNode node) {
        node.put("name", step.name()).put("state", step.state().name()).put("verified", step.verified());
        writeAction(step.action(), node.putObject("action"));
        step.wayBack().ifPresent(inverse -> writeAction(inverse, node.putObject("inverse")));
        writeTexts(step.outcome(), node.putObject("outcome"));
    }

    private static void writeAction(Action action, ObjectNode node) {
        node.put("type", action.type());
        writeTexts(action.arguments(), node.putObject("arguments"));
    }

    private static void writeTexts(Map<String, String> texts, ObjectNode node) {
        texts.forEach(node::put);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param source where the text came from, for messages
     * @throws AgentctlException BAD_DOCUMENT if it was written by a newer version, or is damaged
     */
    static Operation read(String source, String text) {
        try {
            JsonNode root = MAPPER.readTree(text);
            int schemaVersion = root.path("schemaVersion").asInt(0);
            if (schemaVersion > SCHEMA_VERSION) {
                throw AgentctlException.newerDocument(source, schemaVersion, SCHEMA_VERSION);
            }
            return readOperation(root);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException problem) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    source + " is not a journal entry that agentctl can read: " + firstLine(problem),
                    "if it was edited by hand, put it right; otherwise move it away and look at the resource yourself",
                    null,
                    problem);
        }
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    private static Operation readOperation(JsonNode root) {
        JsonNode target = required(root, "target");
        JsonNode owner = required(root, "owner");
        List<Step> steps = new ArrayList<>();
        required(root, "steps").forEach(step -> steps.add(readStep(step)));
        return new Operation(
                new OperationId(text(root, "id")),
                text(root, "kind"),
                ResourceId.parse(text(root, "resource")),
                new Target(text(target, "context"), text(target, "account"), text(target, "region")),
                text(root, "summary"),
                new Owner(
                        text(owner, "user"),
                        text(owner, "host"),
                        required(owner, "pid").longValue(),
                        text(owner, "machine"),
                        Instant.parse(text(owner, "bornAt"))),
                Instant.parse(text(root, "startedAt")),
                Instant.parse(text(root, "updatedAt")),
                Instant.parse(text(root, "leaseUntil")),
                OperationState.valueOf(text(root, "goal")),
                OperationState.valueOf(text(root, "state")),
                steps,
                text(root, "failure"),
                required(root, "version").longValue());
    }

    private static Step readStep(JsonNode node) {
        return new Step(
                text(node, "name"),
                readAction(required(node, "action")),
                node.has("inverse") ? readAction(node.get("inverse")) : null,
                StepState.valueOf(text(node, "state")),
                texts(required(node, "outcome")),
                required(node, "verified").booleanValue());
    }

    private static Action readAction(JsonNode node) {
        return new Action(text(node, "type"), texts(required(node, "arguments")));
    }

    private static SortedMap<String, String> texts(JsonNode node) {
        SortedMap<String, String> texts = new TreeMap<>();
        node.properties()
                .forEach(property ->
                        texts.put(property.getKey(), property.getValue().asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return required(node, name).asText();
    }

    private static JsonNode required(JsonNode node, String name) {
        JsonNode value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
