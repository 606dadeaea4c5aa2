package io.agentctl.runtime.backend;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds retries to a share of the requests: each request pays in a part of a token, each retry takes a whole one.
 * After n requests at most {@code share × n + }{@value #RESERVE} retries have been granted, whatever the order.
 */
final class RetryBudget {

    /** Tokens there at the start and at most: what lets the first few failures of a quiet back end be retried. */
    static final int RESERVE = 10;

    /** A token in the unit that is counted in; whole numbers, so that nothing is lost by rounding. */
    private static final long TOKEN = 1_000_000;

    private final long income;
    private final AtomicLong balance;

    RetryBudget(double share) {
        this.income = Math.round(share * TOKEN);
        // Without a share there are to be no retries at all.
        this.balance = new AtomicLong(share == 0 ? 0 : RESERVE * TOKEN);
    }

    void requested() {
        balance.updateAndGet(before -> Math.min(RESERVE * TOKEN, before + income));
    }

    /** Whether one more retry may be made; it is paid for then. */
    boolean withdraw() {
        long before = balance.getAndUpdate(tokens -> tokens >= TOKEN ? tokens - TOKEN : tokens);
        return before >= TOKEN;
    }
}
