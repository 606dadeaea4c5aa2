package io.agentctl.control.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** CloudFormation's functions carried out, with the names of other resources as their ids and attributes. */
final class Intrinsics {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private final Template template;
    private final Map<String, String> values = new HashMap<>(Map.of(
            "AWS::Partition", "aws",
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "123456789012",
            "AWS::URLSuffix", "amazonaws.com"));

    /**
     * Functions of a template.
     *
     * @param parameters what is given; for the others their defaults hold
     */
    Intrinsics(Template template, Map<String, String> parameters) {
        this.template = template;
        template.root().path("Parameters").properties().forEach(parameter -> Optional.ofNullable(
                        parameter.getValue().get("Default"))
                .ifPresent(usual -> values.put(parameter.getKey(), usual.asText())));
        values.putAll(parameters);
    }

    JsonNode resource(String id) {
        return resolve(template.resource(id));
    }

    private JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> add(array, resolve(each)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        Map.Entry<String, JsonNode> first =
                node.properties().stream().findFirst().orElse(Map.entry("", NOTHING));
        if (node.size() == 1
                && (first.getKey().startsWith("Fn::") || first.getKey().equals("Ref"))) {
            return call(first.getKey(), first.getValue());
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            JsonNode value = resolve(field.getValue());
            if (!value.isMissingNode()) {
                object.set(field.getKey(), value);
            }
        });
        return object;
    }

    private static void add(ArrayNode array, JsonNode value) {
        if (!value.isMissingNode()) {
            array.add(value);
        }
    }

    private JsonNode call(String function, JsonNode argument) {
        return switch (function) {
            case "Ref" -> argument.asText().equals("AWS::NoValue") ? NOTHING : text(value(argument.asText()));
            case "Fn::GetAtt" ->
                text(value(argument.get(0).asText() + "." + argument.get(1).asText()));
            case "Fn::Sub" -> substitute(argument);
            case "Fn::ImportValue" -> text(value(resolve(argument).asText()));
            case "Fn::If" -> resolve(argument.get(holds(argument.get(0).asText()) ? 1 : 2));
            case "Fn::Join" ->
                text(StreamSupport.stream(resolve(argument.get(1)).spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(argument.get(0).asText())));
            case "Fn::FindInMap" -> {
                JsonNode path = resolve(argument);
                yield template.root()
                        .at("/Mappings/" + path.get(0).asText() + "/"
                                + path.get(1).asText() + "/" + path.get(2).asText());
            }
            default -> throw new IllegalArgumentException(function);
        };
    }

    private JsonNode substitute(JsonNode argument) {
        String text = argument.isArray() ? argument.get(0).asText() : argument.asText();
        Map<String, String> own = new HashMap<>();
        if (argument.isArray()) {
            argument.get(1)
                    .properties()
                    .forEach(field ->
                            own.put(field.getKey(), resolve(field.getValue()).asText()));
        }
        return text(VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        Optional.ofNullable(own.get(match.group(1))).orElseGet(() -> value(match.group(1))))));
    }

    private boolean holds(String condition) {
        return test(template.root().path("Conditions").path(condition));
    }

    private boolean test(JsonNode condition) {
        Map.Entry<String, JsonNode> function = condition.properties().iterator().next();
        JsonNode arguments = function.getValue();
        return switch (function.getKey()) {
            case "Fn::Not" -> !test(arguments.get(0));
            case "Fn::Equals" ->
                resolve(arguments.get(0))
                        .asText()
                        .equals(resolve(arguments.get(1)).asText());
            default -> throw new IllegalArgumentException(function.getKey());
        };
    }

    private String value(String name) {
        return values.getOrDefault(name, name);
    }

    private static TextNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }
}
