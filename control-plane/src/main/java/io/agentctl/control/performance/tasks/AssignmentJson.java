package io.agentctl.control.performance.tasks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.performance.scenario.Load;
import io.agentctl.control.performance.scenario.Rate;
import io.agentctl.control.performance.scenario.Request;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.performance.scenario.Scenario;
import io.agentctl.control.performance.scenario.Stage;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;

/** Assignments as JSON, between tasks and whoever started them; both are of one version. */
final class AssignmentJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AssignmentJson() {}

    static String write(Assignment assignment) {
        ObjectNode json = MAPPER.createObjectNode();
        Scenario scenario = assignment.scenario();
        json.put("name", scenario.name());
        write(scenario.request(), json.putObject("request"));
        scenario.expectations().forEach(json.putArray("expectations")::add);
        ArrayNode stages = json.putArray("stages");
        scenario.stages().forEach(stage -> write(stage, stages.addObject()));
        json.put("url", assignment.url().toString());
        json.put("cap", assignment.cap());
        json.put("authorities", assignment.authorities());
        assignment.abortOn().forEach(json.putArray("abortOn")::add);
        return json.toString();
    }

    private static void write(Request request, ObjectNode json) {
        json.put("method", request.method());
        request.path().ifPresent(path -> json.put("path", path));
        ArrayNode headers = json.putArray("headers");
        request.headers()
                .forEach((name, value) -> headers.addObject().put("name", name).put("value", value));
        json.put("body", request.body());
        ArrayNode data = json.putArray("data");
        request.data().forEach(row -> row.forEach(data.addObject()::put));
        json.put("timeout", request.timeout().toString());
        json.put("protocol", request.protocol().toString());
    }

    private static void write(Stage stage, ObjectNode json) {
        json.put("name", stage.name());
        switch (stage.load()) {
            case Load.Open open -> {
                json.put("from", open.from().perSecond());
                json.put("to", open.to().perSecond());
                open.connections().ifPresent(connections -> json.put("connections", connections));
            }
            case Load.Closed closed -> {
                json.put("concurrency", closed.concurrency());
                json.put("ramp", closed.ramp().toString());
            }
        }
        stage.requests().ifPresent(requests -> json.put("requests", requests));
        stage.duration().ifPresent(duration -> json.put("duration", duration.toString()));
        json.put("warmUp", stage.warmUp());
        json.put("pause", stage.pause().toString());
    }

    /** @throws AgentctlException BAD_DOCUMENT for what another version wrote */
    static Assignment read(String json) {
        try {
            JsonPart root = new JsonPart("", MAPPER.readTree(json));
            return root.made(AssignmentJson::assignment);
        } catch (JsonProcessingException | MisplacedException e) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "what is to be sent cannot be read: " + e.getMessage(),
                    "The image of the tasks must have the version of agentctl that starts them.",
                    null,
                    e);
        }
    }

    private static Assignment assignment(JsonPart root) {
        return new Assignment(
                new Scenario(
                        root.text("name"),
                        "",
                        root.member("request").made(AssignmentJson::request),
                        texts(root, "expectations"),
                        List.of(),
                        root.member("stages").items().stream()
                                .map(stage -> stage.made(AssignmentJson::stage))
                                .toList()),
                URI.create(root.text("url")),
                root.whole("cap"),
                root.text("authorities"),
                texts(root, "abortOn"));
    }

    private static Request request(JsonPart part) {
        SequencedMap<String, String> headers = new LinkedHashMap<>();
        part.member("headers").items().forEach(header -> headers.put(header.text("name"), header.text("value")));
        return new Request(
                part.text("method"),
                part.find("path").map(JsonPart::text),
                headers,
                part.text("body"),
                part.member("data").items().stream().map(AssignmentJson::row).toList(),
                Duration.parse(part.text("timeout")),
                Protocol.parse(part.text("protocol")));
    }

    private static Map<String, String> row(JsonPart part) {
        Map<String, String> row = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : part.node().properties()) {
            row.put(field.getKey(), field.getValue().asText());
        }
        return row;
    }

    private static Stage stage(JsonPart part) {
        return new Stage(
                part.text("name"),
                part.find("concurrency").isPresent()
                        ? new Load.Closed(part.integer("concurrency"), Duration.parse(part.text("ramp")))
                        : new Load.Open(
                                new Rate(part.number("from")),
                                new Rate(part.number("to")),
                                part.find("connections").isPresent()
                                        ? OptionalInt.of(part.integer("connections"))
                                        : OptionalInt.empty()),
                part.find("requests").isPresent() ? OptionalLong.of(part.whole("requests")) : OptionalLong.empty(),
                Optional.of(part)
                        .filter(each -> each.find("duration").isPresent())
                        .map(each -> Duration.parse(each.text("duration"))),
                part.flag("warmUp"),
                Duration.parse(part.text("pause")));
    }

    private static List<String> texts(JsonPart part, String name) {
        return part.member(name).items().stream().map(JsonPart::text).toList();
    }
}
