package io.agentctl.policies.document;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What a policy says, written in one way only: JSON with a fixed order of keys, defaults written out, and sorted where
 * order means nothing. Formatting, comments and tests are not part of it: none of them changes a decision.
 */
public final class CanonicalForm {

    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CanonicalForm() {}

    /** The canonical text of a policy. */
    public static String of(PolicyDocument policy) {
        ObjectNode root = NODES.objectNode();
        root.put("apiVersion", PolicyDocument.API_VERSION).put("kind", PolicyDocument.KIND);
        root.putObject("metadata")
                .put("id", policy.id().value())
                .put("owner", policy.owner())
                .put("description", policy.description());
        ObjectNode spec = root.putObject("spec");
        ObjectNode match = spec.putObject("match");
        match.set("intents", sorted(policy.match().intents()));
        match.set("environments", sorted(policy.match().environments()));
        spec.put("mode", word(policy.mode())).put("onError", word(policy.onError()));
        spec.set("parameters", parameters(policy.parameters()));
        spec.putObject("limits")
                .put("nodes", policy.limits().nodes())
                .put("stringLength", policy.limits().stringLength())
                .put("time", policy.limits().time().toString());
        ArrayNode rules = spec.putArray("rules");
        policy.rules().forEach(rule -> rules.add(rule(rule)));
        ArrayNode exceptions = spec.putArray("exceptions");
        policy.exceptions().forEach(waiver -> exceptions.add(waiver(waiver)));
        spec.set(
                "redact",
                sorted(policy.redact().stream().map(JsonPath::toString).toList()));
        return text(root);
    }

    /** SHA-256 of the canonical text in UTF-8, as 64 lower-case hex digits: what a version is stored and signed by. */
    public static String digest(PolicyDocument policy) {
        try {
            byte[] bytes = of(policy).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ArrayNode sorted(Collection<String> words) {
        ArrayNode array = NODES.arrayNode();
        words.stream().distinct().sorted().forEach(array::add);
        return array;
    }

    private static ObjectNode parameters(List<Parameter> parameters) {
        ObjectNode all = NODES.objectNode();
        parameters.stream().sorted(Comparator.comparing(Parameter::name)).forEach(parameter -> {
            ObjectNode node = all.putObject(parameter.name());
            node.put("type", parameter.type().text());
            node.set("default", JSON.valueToTree(plain(parameter.value())));
            node.put("description", parameter.description());
        });
        return all;
    }

    private static Object plain(Object value) {
        return value instanceof Duration || value instanceof Instant ? value.toString() : value;
    }

    private static ObjectNode rule(Rule rule) {
        ObjectNode node = NODES.objectNode()
                .put("id", rule.id())
                .put("when", rule.when())
                .put("effect", word(rule.effect()))
                .put("message", rule.message());
        rule.messageExpression().ifPresent(expression -> node.put("messageExpression", expression));
        return node;
    }

    private static ObjectNode waiver(Waiver waiver) {
        return NODES.objectNode()
                .put("rule", waiver.rule())
                .put("when", waiver.when())
                .put("expires", waiver.expires().toString())
                .put("ticket", waiver.ticket());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String text(ObjectNode node) {
        try {
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }
}
