package io.agentctl.runtime.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the runtime is measured against: a handler that parses the same JSON and answers the same, and does nothing
 * else.
 */
public final class BareServer {

    private static final JsonFactory JSON = new JsonFactory();

    private BareServer() {}

    /** Listens on the port that is its only argument, until it is killed. */
    public static void main(String[] arguments) {
        WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(arguments[0]))
                .routing(routing -> routing.post("/dispatch", BareServer::answer))
                .build()
                .start();
    }

    private static void answer(ServerRequest request, ServerResponse response) throws IOException {
        byte[] body;
        try (InputStream in = request.content().inputStream()) {
            body = in.readAllBytes();
        }
        Map<String, Object> asked = parse(body);
        response.header(HeaderValues.create(HeaderNames.CONTENT_TYPE, "application/json"));
        response.send(write(asked.get("context")));
    }

    private static Map<String, Object> parse(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            return object(parser);
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            members.put(
                    name,
                    switch (parser.nextToken()) {
                        case START_OBJECT -> object(parser);
                        case VALUE_NUMBER_INT -> parser.getLongValue();
                        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
                        default -> parser.getText();
                    });
        }
        return members;
    }

    private static byte[] write(Object context) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator generator = JSON.createGenerator(out)) {
            generator.writeStartObject();
            generator.writeFieldName("decision");
            generator.writeStartObject();
            generator.writeStringField("id", "0123456789abcdef0000000001");
            generator.writeStringField("effect", "allow");
            generator.writeStringField("policy", "policy-0");
            generator.writeStringField("version", "draft");
            generator.writeStringField("rule", "usual");
            generator.writeNumberField("generation", 1);
            generator.writeFieldName("warnings");
            generator.writeStartArray();
            generator.writeEndArray();
            generator.writeEndObject();
            generator.writeFieldName("result");
            write(generator, context);
            generator.writeEndObject();
        }
        return out.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        switch (value) {
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName((String) entry.getKey());
                    write(generator, entry.getValue());
                }
                generator.writeEndObject();
            }
            case Long number -> generator.writeNumber(number);
            case Double number -> generator.writeNumber(number);
            default -> generator.writeString((String) value);
        }
    }
}
