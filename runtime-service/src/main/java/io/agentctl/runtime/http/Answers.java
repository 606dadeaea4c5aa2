package io.agentctl.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.Decision.Remark;
import io.agentctl.runtime.backend.BackendAnswer;
import io.agentctl.runtime.dispatch.Decided;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Writes the bodies of answers. */
final class Answers {

    private static final String TYPES = "https://agentctl.io/problems/";
    private static final byte[] RESULT = ",\"result\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HEAD = "{\"decision\":{\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final JsonFactory JSON = new JsonFactory();

    private Answers() {}

    /** The decision and the back end's result, whose bytes go out as they came. */
    static byte[] result(Decided decided, byte[] tail, BackendAnswer answer) {
        byte[] id = decided.id().getBytes(StandardCharsets.US_ASCII);
        byte[] json = answer.json();
        byte[] body = new byte[HEAD.length + id.length + tail.length + json.length + 1];
        int at = append(body, 0, HEAD);
        at = append(body, at, id);
        at = append(body, at, tail);
        at = append(body, at, json);
        body[at] = '}';
        return body;
    }

    private static int append(byte[] body, int at, byte... part) {
        System.arraycopy(part, 0, body, at, part.length);
        return at + part.length;
    }

    /** What stands between the decision's id and the result: the same for all requests that a rule allows alone. */
    static byte[] tail(Decision decision) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("effect", "allow");
        decision.rule().ifPresent(rule -> {
            document.put("policy", rule.policy().value());
            document.put("version", rule.version());
            document.put("rule", rule.rule());
        });
        document.put("generation", decision.generation());
        document.put(
                "warnings",
                decision.remarks().stream()
                        .filter(remark -> remark.kind() == Remark.Kind.WARNING)
                        .map(Answers::warning)
                        .toList());
        byte[] object = json(document);
        byte[] tail = new byte[2 + object.length - 1 + RESULT.length];
        tail[0] = '"';
        tail[1] = ',';
        System.arraycopy(object, 1, tail, 2, object.length - 1);
        System.arraycopy(RESULT, 0, tail, tail.length - RESULT.length, RESULT.length);
        return tail;
    }

    /** What a caller is told of a remark; what is only recorded is nobody's business. */
    static SequencedMap<String, Object> warning(Remark remark) {
        SequencedMap<String, Object> warning = new LinkedHashMap<>();
        warning.put("policy", remark.rule().policy().value());
        warning.put("version", remark.rule().version());
        warning.put("rule", remark.rule().rule());
        warning.put("message", remark.message());
        return warning;
    }

    /** A problem document. */
    static byte[] problem(Problem problem, String requestId) {
        SequencedMap<String, Object> document = new LinkedHashMap<>();
        document.put("type", TYPES + problem.kind().slug());
        document.put("title", problem.title());
        document.put("status", problem.status());
        document.put("detail", problem.detail());
        document.putAll(problem.members());
        if (!requestId.isEmpty()) {
            document.put("requestId", requestId);
        }
        return json(document);
    }

    /** Any JSON value. */
    static byte[] json(Object value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            write(generator, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(text);
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            case List<?> list -> {
                generator.writeStartArray();
                for (Object element : list) {
                    write(generator, element);
                }
                generator.writeEndArray();
            }
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            default -> generator.writeString(value.toString());
        }
    }
}
