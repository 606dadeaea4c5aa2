package io.agentctl.sandbox.logs;

/**
 * A line of a log.
 *
 * @param stream the name of its stream
 * @param number counted up in its group
 * @param at when, milliseconds since the epoch
 * @param ingested when it came, milliseconds since the epoch
 * @param message the line
 */
record Event(String stream, long number, long at, long ingested, String message) {}
