package io.agentctl.runtime.dispatch;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of decisions, unique over all instances: 64 random bits of the instance and a count. Thread-safe. */
public final class DecisionIds {

    private static final int COUNT_DIGITS = 10;

    private final String instance;
    private final AtomicLong count = new AtomicLong();

    /** Makes a source of ids of its own. */
    public DecisionIds() {
        this.instance = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    }

    /** The part that is the same in all of its ids. */
    public String instance() {
        return instance;
    }

    /** The next id: 26 hex digits. */
    public String next() {
        return instance + HexFormat.of().toHexDigits(count.incrementAndGet(), COUNT_DIGITS);
    }
}
