package io.agentctl.plane.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** What did not work is tried again after a while, and told again only when it changes. For one thread. */
final class Patience {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration AGAIN = Duration.ofMinutes(30);

    private final LongSupplier nanos;
    private final Consumer<RuntimeException> trouble;
    private final Map<String, Failed> failed = new HashMap<>();

    /** @param nanos a clock that is never set, in nanoseconds */
    Patience(LongSupplier nanos, Consumer<RuntimeException> trouble) {
        this.nanos = nanos;
        this.trouble = trouble;
    }

    private record Failed(long at, long toldAt, String message) {}

    /** Does it, unless it failed just now. */
    void attempt(String what, Runnable step) {
        Failed before = failed.get(what);
        if (before != null && nanos.getAsLong() - before.at() < PAUSE.toNanos()) {
            return;
        }
        try {
            step.run();
            failed.remove(what);
        } catch (RuntimeException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw failure;
            }
            note(what, before, failure);
        }
    }

    private void note(String what, Failed before, RuntimeException failure) {
        long now = nanos.getAsLong();
        String message = String.valueOf(failure.getMessage());
        boolean news = before == null || !before.message().equals(message) || now - before.toldAt() > AGAIN.toNanos();
        failed.put(what, new Failed(now, news ? now : before.toldAt(), message));
        if (news) {
            trouble.accept(failure);
        }
    }
}
