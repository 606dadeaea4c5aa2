package io.agentctl.policies.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.policies.document.Shape.AnyObject;
import io.agentctl.policies.document.Shape.AnyParameterValue;
import io.agentctl.policies.document.Shape.Choice;
import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Moment;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.Period;
import io.agentctl.policies.document.Shape.Pointer;
import io.agentctl.policies.document.Shape.Text;
import io.agentctl.policies.document.Shape.Whole;
import io.agentctl.policies.document.Shape.WordOr;
import java.util.List;

/**
 * The JSON Schema of policies, for editors that complete and check. It is made of the shape that the reader checks
 * against; the reader knows more: references, uniqueness, what an expression means. Its dialect is draft 7, the newest
 * that the YAML language server reads, which is what editors ask.
 */
public final class PolicySchema {

    /** Names the schema; nothing is published there. */
    public static final String ID = "https://agentctl.io/schemas/policy/v1";

    /** Where the schema is on the class path, for programs that hand it out. */
    public static final String RESOURCE = "io/agentctl/policies/policy.schema.json";

    /** What the schema's file is called. */
    public static final String FILE = "policy.schema.json";

    private static final String MODELINE = "# yaml-language-server: $schema=";
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PolicySchema() {}

    /** The schema as JSON, indented, with a newline at its end. */
    public static String json() {
        ObjectNode schema = NODES.objectNode();
        schema.put("$schema", "http://json-schema.org/draft-07/schema#");
        schema.put("$id", ID);
        schema.put("title", "agentctl governance policy");
        schema.setAll(of(DocumentShape.POLICY));
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }

    /**
     * The line by which a policy tells editors where its schema is.
     *
     * @param reference a path from the policy's folder, or a URL
     */
    public static String modeline(String reference) {
        return MODELINE + reference;
    }

    /** A policy's text with another reference to its schema, in its first line. */
    public static String referring(String text, String reference) {
        String policy = text.startsWith(MODELINE) ? text.substring(text.indexOf('\n') + 1) : text;
        return modeline(reference) + "\n" + policy;
    }

    private static ObjectNode of(Shape shape) {
        return switch (shape) {
            case Members members -> members(members);
            case Named named -> named(named);
            case Items items -> items(items);
            case Text text -> text(text);
            case Choice choice -> NODES.objectNode().set("enum", words(choice.words()));
            case Whole whole -> type("integer").put("minimum", whole.least()).put("maximum", whole.most());
            case Period ignored -> type("string").put("pattern", whole(Durations.PATTERN));
            case Moment ignored -> type("string").put("format", "date-time");
            case Pointer ignored ->
                type("string").put("format", "json-pointer").put("pattern", "^/" + WordChecker.REDACTABLE + "(/|$)");
            case AnyObject ignored -> type("object");
            case AnyParameterValue ignored -> parameterValue();
            case WordOr choice -> {
                ObjectNode either = NODES.objectNode();
                either.putArray("anyOf").add(of(choice.word())).add(of(choice.object()));
                yield either;
            }
        };
    }

    private static ObjectNode members(Members members) {
        ObjectNode schema = type("object");
        ArrayNode required = NODES.arrayNode();
        ObjectNode properties = NODES.objectNode();
        for (Member member : members.keys()) {
            ObjectNode property = of(member.shape());
            property.put("description", member.description());
            member.fallback().ifPresent(value -> property.set("default", JSON.<JsonNode>valueToTree(value)));
            properties.set(member.name(), property);
            if (member.required()) {
                required.add(member.name());
            }
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode named(Named named) {
        ObjectNode schema = type("object");
        schema.set("propertyNames", NODES.objectNode().put("pattern", whole(named.pattern())));
        schema.set("additionalProperties", of(named.value()));
        return schema;
    }

    private static ObjectNode items(Items items) {
        ObjectNode schema = type("array");
        schema.set("items", of(items.item()));
        schema.put("minItems", items.least()).put("maxItems", items.most());
        return items.item() instanceof Members ? schema : schema.put("uniqueItems", true);
    }

    private static ObjectNode text(Text text) {
        ObjectNode schema = type("string");
        if (text.least() > 0) {
            schema.put("minLength", text.least());
        }
        schema.put("maxLength", text.most());
        return text.pattern().isEmpty() ? schema : schema.put("pattern", whole(text.pattern()));
    }

    private static ObjectNode parameterValue() {
        ObjectNode schema = NODES.objectNode();
        ArrayNode types = schema.putArray("type");
        List.of("boolean", "integer", "number", "string", "array").forEach(types::add);
        schema.set("items", NODES.objectNode().set("type", words(List.of("string", "integer"))));
        return schema;
    }

    private static ArrayNode words(List<String> words) {
        ArrayNode array = NODES.arrayNode();
        words.forEach(array::add);
        return array;
    }

    private static ObjectNode type(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static String whole(String pattern) {
        return "^(?:" + pattern + ")$";
    }
}
