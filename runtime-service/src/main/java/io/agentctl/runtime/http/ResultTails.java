package io.agentctl.runtime.http;

import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.RuleRef;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps the part of an answer that depends on nothing but which rule allowed: most answers of a runtime have one of a
 * few. Thread-safe.
 */
final class ResultTails {

    /** More rules than this do not allow in one environment; versions that are gone are forgotten all at once. */
    private static final int MOST = 1024;

    private final Map<RuleRef, Tail> tails = new ConcurrentHashMap<>();

    // Bytes that go to a socket and are never compared.
    @SuppressWarnings("ArrayRecordComponent")
    private record Tail(long generation, byte[] bytes) {}

    byte[] of(Decision decision) {
        if (decision.rule().isEmpty() || !decision.remarks().isEmpty()) {
            return Answers.tail(decision);
        }
        RuleRef rule = decision.rule().get();
        Tail known = tails.get(rule);
        if (known != null && known.generation() == decision.generation()) {
            return known.bytes();
        }
        if (tails.size() >= MOST) {
            tails.clear();
        }
        byte[] bytes = Answers.tail(decision);
        tails.put(rule, new Tail(decision.generation(), bytes));
        return bytes;
    }
}
