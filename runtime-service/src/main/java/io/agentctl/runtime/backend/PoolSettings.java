package io.agentctl.runtime.backend;

import java.time.Duration;
import java.util.Map;

/**
 * How connections to targets are kept. How many are open at once is not bounded here but by each back end's bulkhead.
 *
 * @param idle connections kept without work, in all
 * @param idlePerHost connections kept without work to one host
 * @param idleFor how long they are kept at most; less where the target says so ({@code Keep-Alive: timeout=…})
 * @param connectTimeout how long making one may take
 */
public record PoolSettings(int idle, int idlePerHost, Duration idleFor, Duration connectTimeout) {

    /** 100 idle connections, 10 to a host, for 90 seconds. */
    public static final PoolSettings USUAL = new PoolSettings(100, 10, Duration.ofSeconds(90), Duration.ofSeconds(3));

    public PoolSettings {
        if (idle < 0 || idlePerHost < 0) {
            throw new IllegalArgumentException("idle and idlePerHost must not be negative");
        }
        BreakerSettings.requirePositive("idleFor", idleFor);
        BreakerSettings.requirePositive("connectTimeout", connectTimeout);
    }

    /**
     * Reads settings given as text; what is absent is as usual.
     *
     * @param values by the names of this record's components
     * @throws SettingsException with every problem that there is
     */
    public static PoolSettings read(Map<String, String> values) {
        SettingsReader reader = new SettingsReader("the connection pool", values);
        int idle = reader.number("idle", USUAL.idle(), 0);
        int idlePerHost = reader.number("idlePerHost", USUAL.idlePerHost(), 0);
        Duration idleFor = reader.duration("idleFor", USUAL.idleFor());
        Duration connectTimeout = reader.duration("connectTimeout", USUAL.connectTimeout());
        return reader.finish(() -> new PoolSettings(idle, idlePerHost, idleFor, connectTimeout));
    }
}
