package io.agentctl.sandbox.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongFunction;

/** Every call since the log was cleared; of very many the latest. Thread-safe. */
public final class CallLog {
    private static final int KEPT = 200_000;

    private final Deque<Call> calls = new ArrayDeque<>();
    private long sequence;

    /** Adds a call, which is made with its sequence number. */
    synchronized void add(LongFunction<Call> call) {
        sequence++;
        calls.addLast(call.apply(sequence));
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** All calls, the first first. */
    public synchronized List<Call> all() {
        return List.copyOf(calls);
    }

    /** The calls whose operations change something. */
    public List<Call> mutating() {
        return all().stream().filter(Call::mutating).toList();
    }

    /** The calls of an operation. */
    public List<Call> of(String service, String operation) {
        return all().stream()
                .filter(call ->
                        call.service().equals(service) && call.operation().equals(operation))
                .toList();
    }

    /** Forgets all calls; sequence numbers go on. */
    public synchronized void clear() {
        calls.clear();
    }
}
