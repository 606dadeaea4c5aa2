package io.agentctl.control.capacity;

/**
 * A partition key that stands out.
 *
 * @param part the table, or an index of it
 * @param key its value
 * @param share of all accesses, or of all throttled requests, 0 to 1
 * @param throttled true if it stands out among what was throttled
 */
public record HotKey(String part, String key, double share, boolean throttled) {}
