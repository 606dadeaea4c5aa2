package io.agentctl.cli.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Writes a tree through a generator without Jackson's data binding, which is slow to start. */
final class TreeWriter {

    private TreeWriter() {}

    static void write(JsonNode node, JsonGenerator generator) throws IOException {
        switch (node) {
            case ObjectNode object -> {
                generator.writeStartObject();
                for (Map.Entry<String, JsonNode> field : object.properties()) {
                    generator.writeFieldName(field.getKey());
                    write(field.getValue(), generator);
                }
                generator.writeEndObject();
            }
            case ArrayNode array -> {
                generator.writeStartArray();
                for (JsonNode element : array) {
                    write(element, generator);
                }
                generator.writeEndArray();
            }
            default -> scalar(node, generator);
        }
    }

    private static void scalar(JsonNode node, JsonGenerator generator) throws IOException {
        switch (node.getNodeType()) {
            case NUMBER -> number(node, generator);
            case BOOLEAN -> generator.writeBoolean(node.booleanValue());
            case NULL, MISSING -> generator.writeNull();
            case STRING, BINARY, POJO, ARRAY, OBJECT -> generator.writeString(node.asText());
        }
    }

    /** Whole numbers are written without a fraction, whatever they were computed with. */
    private static void number(JsonNode node, JsonGenerator generator) throws IOException {
        if (node.isBigDecimal()) {
            generator.writeNumber(node.decimalValue());
        } else if (node.isIntegralNumber()) {
            generator.writeNumber(node.bigIntegerValue());
        } else if (isWhole(node.doubleValue())) {
            generator.writeNumber((long) node.doubleValue());
        } else {
            generator.writeNumber(node.doubleValue());
        }
    }

    /** True if a double is an integer that it can tell from its neighbours. */
    static boolean isWhole(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1L << 53;
    }
}
