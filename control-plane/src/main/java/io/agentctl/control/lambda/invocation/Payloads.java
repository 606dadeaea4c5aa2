package io.agentctl.control.lambda.invocation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a function is invoked with. Every size gets the same payloads in the same order, so that none is measured on
 * easier work than another.
 *
 * @param texts each a JSON document
 * @param order which of them comes when, counted from 0, from the start again after the last
 */
public record Payloads(List<String> texts, List<Integer> order) {

    /** What a synchronous invocation may carry: 6 MB (Lambda Developer Guide, "Lambda quotas"). */
    static final int MOST_BYTES = 6 * 1024 * 1024;

    /** The longest cycle; weights that need a longer one are too fine to be kept in a few dozen invocations. */
    private static final int MOST_TURNS = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public Payloads {
        texts = List.copyOf(texts);
        order = List.copyOf(order);
        if (order.isEmpty() || order.stream().anyMatch(index -> index < 0)) {
            throw new IllegalArgumentException("no order of payloads: " + order);
        }
        order.forEach(texts::get);
    }

    /** An empty object. */
    public static Payloads none() {
        return new Payloads(List.of("{}"), List.of(0));
    }

    /**
     * The same payload every time.
     *
     * @param source where it comes from, for messages
     * @throws AgentctlException BAD_DOCUMENT if it is not JSON or over 6 MB
     */
    public static Payloads same(String source, String json) {
        tree(source, json);
        return new Payloads(List.of(fitting(source, json)), List.of(0));
    }

    /**
     * Payloads by weight: {@code [{"payload": …, "weight": 3}, …]}, the form that Lambda Power Tuning has.
     *
     * @throws AgentctlException BAD_DOCUMENT if it is something else
     */
    public static Payloads weighted(String source, String json) {
        JsonNode root = tree(source, json);
        if (!root.isArray() || root.isEmpty()) {
            throw bad(source, "it is to be an array of {\"payload\": …, \"weight\": 3}, with one at least");
        }
        List<String> payloads = new ArrayList<>();
        List<Integer> weights = new ArrayList<>();
        for (JsonNode one : root) {
            String where = "item " + (payloads.size() + 1);
            if (!one.has("payload")
                    || !one.path("weight").isInt()
                    || one.path("weight").asInt() < 1) {
                throw bad(source, where + " needs a payload, and a weight of 1 or more");
            }
            payloads.add(fitting(source + ", " + where, one.get("payload").toString()));
            weights.add(one.get("weight").asInt());
        }
        return new Payloads(payloads, order(source, weights));
    }

    /** The payload of a size's n-th invocation, counted from 0. */
    byte[] nth(int n) {
        return texts.get(order.get(n % order.size())).getBytes(StandardCharsets.UTF_8);
    }

    /** How many invocations of a size see every payload in its share. */
    public int turns() {
        return order.size();
    }

    /**
     * Each comes as often as its weight says, spread as evenly as can be (smooth weighted round robin, as in nginx).
     */
    private static List<Integer> order(String source, List<Integer> weights) {
        int divisor = weights.stream().reduce(0, Payloads::greatestCommonDivisor);
        long total = weights.stream().mapToLong(weight -> weight / divisor).sum();
        if (total > MOST_TURNS) {
            throw bad(source, "its weights make a cycle of " + total + " invocations; use coarser ones");
        }
        long[] credit = new long[weights.size()];
        List<Integer> order = new ArrayList<>();
        for (long turn = 0; turn < total; turn++) {
            int best = 0;
            for (int i = 0; i < credit.length; i++) {
                credit[i] += weights.get(i) / divisor;
                best = credit[i] > credit[best] ? i : best;
            }
            credit[best] -= total;
            order.add(best);
        }
        return order;
    }

    private static int greatestCommonDivisor(int one, int other) {
        return other == 0 ? one : greatestCommonDivisor(other, one % other);
    }

    private static JsonNode tree(String source, String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree == null || tree.isMissingNode()) {
                throw bad(source, "it is empty");
            }
            return tree;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ":" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            throw bad(source + where, "it is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String fitting(String source, String json) {
        int bytes = json.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MOST_BYTES) {
            throw bad(source, "it is " + bytes + " bytes long, and Lambda takes " + MOST_BYTES + " at most");
        }
        return json;
    }

    private static AgentctlException bad(String source, String what) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, "payload " + source + ": " + what, "");
    }
}
