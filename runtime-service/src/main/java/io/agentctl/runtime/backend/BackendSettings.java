package io.agentctl.runtime.backend;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that an operator sets of one back end.
 *
 * @param name as the configuration calls it
 * @param timeout for one attempt
 * @param bulkhead calls under way at once, from 1
 * @param answerLimit bytes of the longest answer that is taken
 */
public record BackendSettings(
        String name,
        BackendTarget target,
        Duration timeout,
        int bulkhead,
        int answerLimit,
        RetrySettings retry,
        BreakerSettings breaker) {

    static final Duration TIMEOUT = Duration.ofSeconds(30);
    static final int BULKHEAD = 64;
    static final int ANSWER_LIMIT = 1024 * 1024;

    public BackendSettings {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(retry, "retry");
        Objects.requireNonNull(breaker, "breaker");
        if (name.isEmpty()) {
            throw new IllegalArgumentException("A back end needs a name");
        }
        BreakerSettings.requirePositive("timeout", timeout);
        if (bulkhead < 1 || answerLimit < 1) {
            throw new IllegalArgumentException("bulkhead and answerLimit must be at least 1");
        }
    }

    /** A target with the usual settings. */
    public static BackendSettings usual(String name, BackendTarget target) {
        return new BackendSettings(
                name,
                target,
                TIMEOUT,
                BULKHEAD,
                ANSWER_LIMIT,
                RetrySettings.USUAL,
                BreakerSettings.usual(TIMEOUT.dividedBy(2)));
    }

    /**
     * Reads the settings of a back end as text; what is absent is as usual.
     *
     * @param target such as {@code lambda:NAME:ALIAS}, see {@link BackendTarget#parse}
     * @param values by key: {@code timeout bulkhead answerLimit}, those of {@link RetrySettings} ({@code retries
     *     retryBudget firstBackoff longestBackoff idempotent}) and of {@link BreakerSettings} ({@code failureRatio
     *     minimumCalls window slowCall openFor probes})
     * @throws SettingsException with every problem that there is
     */
    public static BackendSettings read(String name, String target, Map<String, String> values) {
        SettingsReader reader = new SettingsReader("the back end " + name, values);
        Duration timeout = reader.duration("timeout", TIMEOUT);
        RetrySettings retry = RetrySettings.USUAL;
        BreakerSettings breaker = BreakerSettings.usual(timeout.dividedBy(2));
        int bulkhead = reader.number("bulkhead", BULKHEAD, 1);
        int answerLimit = reader.number("answerLimit", ANSWER_LIMIT, 1);
        int retries = reader.number("retries", retry.retries(), 0);
        double budget = reader.share("retryBudget", retry.budget());
        Duration firstBackoff = reader.duration("firstBackoff", retry.firstBackoff());
        Duration longestBackoff = reader.duration("longestBackoff", retry.longestBackoff());
        boolean idempotent = reader.flag("idempotent", retry.idempotent());
        double failureRatio = reader.share("failureRatio", breaker.failureRatio());
        int minimumCalls = reader.number("minimumCalls", breaker.minimumCalls(), 1);
        Duration window = reader.duration("window", breaker.window());
        Duration slowCall = reader.duration("slowCall", breaker.slowCall());
        Duration openFor = reader.duration("openFor", breaker.openFor());
        int probes = reader.number("probes", breaker.probes(), 1);
        BackendTarget parsed = reader.converted("target", target, BackendTarget::parse, new BackendTarget.Echo());
        return reader.finish(() -> new BackendSettings(
                name,
                parsed,
                timeout,
                bulkhead,
                answerLimit,
                new RetrySettings(retries, budget, firstBackoff, longestBackoff, idempotent),
                new BreakerSettings(failureRatio, minimumCalls, window, slowCall, openFor, probes)));
    }
}
