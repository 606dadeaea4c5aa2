package io.agentctl.control.capacity;

/**
 * What an account may provision in a region (DescribeLimits).
 *
 * @param table the most of a table or index
 * @param account the most of all tables and indexes together
 */
record Quotas(Throughput table, Throughput account) {}
