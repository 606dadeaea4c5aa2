package io.agentctl.runtime.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.Decision.Remark;
import io.agentctl.policies.engine.RuleRef;
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
    private static final JsonFactory JSON = JsonFactory.builder()
            // A result is written behind the generator's back: it must not close what is still open.
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .build();

    private Answers() {}

    /** The decision and the back end's result, whose bytes go out as they came. */
    static byte[] result(Decided decided, BackendAnswer answer) {
        byte[] json = answer.json();
        ByteArrayOutputStream out = new ByteArrayOutputStream(json.length + 256);
        try {
            JsonGenerator generator = JSON.createGenerator(out);
            generator.writeStartObject();
            generator.writeFieldName("decision");
            generator.writeStartObject();
            generator.writeStringField("id", decided.id());
            writeDecision(generator, decided.decision());
            generator.writeEndObject();
            generator.close();
            out.write(RESULT);
            out.write(json);
            out.write('}');
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void writeDecision(JsonGenerator generator, Decision decision) throws IOException {
        generator.writeStringField("effect", "allow");
        if (decision.rule().isPresent()) {
            RuleRef rule = decision.rule().get();
            generator.writeStringField("policy", rule.policy().value());
            generator.writeStringField("version", rule.version());
            generator.writeStringField("rule", rule.rule());
        }
        generator.writeNumberField("generation", decision.generation());
        generator.writeFieldName("warnings");
        generator.writeStartArray();
        for (Remark remark : decision.remarks()) {
            if (remark.kind() == Remark.Kind.WARNING) {
                write(generator, warning(remark));
            }
        }
        generator.writeEndArray();
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
