package io.agentctl.control.capacity;

/**
 * How much the account may provision for a table.
 *
 * @param quotas what it may provision at all
 * @param others what its other tables have, with their indexes
 */
record AccountRoom(Quotas quotas, Throughput others) {}
