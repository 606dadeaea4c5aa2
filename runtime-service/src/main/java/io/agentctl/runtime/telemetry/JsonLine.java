package io.agentctl.runtime.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** One JSON object on one line, member by member. */
final class JsonLine implements AutoCloseable {

    private static final JsonFactory JSON = new JsonFactory();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    private final JsonGenerator generator;

    private JsonLine() throws IOException {
        generator = JSON.createGenerator(out);
        generator.writeStartObject();
    }

    /** A line of a kind, at a time. */
    static JsonLine of(Instant time, String log) {
        try {
            return new JsonLine().with("time", time.toString()).with("log", log);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    JsonLine with(String name, Object value) {
        try {
            generator.writeFieldName(name);
            write(value);
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A member that is left out where it says nothing. */
    JsonLine withText(String name, String value) {
        return value.isEmpty() ? this : with(name, value);
    }

    private void write(Object value) throws IOException {
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
                    write(element);
                }
                generator.writeEndArray();
            }
            case Map<?, ?> map -> {
                generator.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    write(entry.getValue());
                }
                generator.writeEndObject();
            }
            default -> generator.writeString(value.toString());
        }
    }

    /** This line with the members of another object, which is one line too, behind its own. */
    byte[] bytesWithMembersOf(String object) {
        close();
        byte[] own = out.toByteArray();
        byte[] other = object.getBytes(StandardCharsets.UTF_8);
        byte[] joined = Arrays.copyOf(own, own.length - 1 + other.length);
        joined[own.length - 1] = ',';
        System.arraycopy(other, 1, joined, own.length, other.length - 1);
        return joined;
    }

    byte[] bytes() {
        close();
        return out.toByteArray();
    }

    @Override
    public void close() {
        try {
            generator.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
