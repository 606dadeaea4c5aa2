package io.agentctl.plane.approval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.control.digest.Sha256;
import java.math.BigDecimal;
import java.util.Map;

/**
 * What an approval is bound to: SHA-256 of a request in one form. Members are in the order of their names and numbers
 * without superfluous digits, so that how a request was written makes no difference and what it says does.
 */
public final class Fingerprint {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Fingerprint() {}

    /**
     * The fingerprint of a request.
     *
     * @return 64 hex digits
     */
    public static String of(String useCase, JsonNode request) {
        ObjectNode whole = NODES.objectNode();
        whole.set("request", request);
        whole.put("useCase", useCase);
        return Sha256.hex(canonical(whole).toString());
    }

    private static JsonNode canonical(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode sorted = NODES.objectNode();
            object.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> sorted.set(member.getKey(), canonical(member.getValue())));
            return sorted;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode same = NODES.arrayNode();
            array.forEach(element -> same.add(canonical(element)));
            return same;
        }
        return node.isNumber() ? number(node.decimalValue()) : node;
    }

    /** A number whose plain form would be long is written as a text, which no number equals. */
    private static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return Math.abs((long) plain.scale()) > 400
                ? TextNode.valueOf("number " + plain)
                : new DecimalNode(plain.scale() < 0 ? plain.setScale(0) : plain);
    }
}
