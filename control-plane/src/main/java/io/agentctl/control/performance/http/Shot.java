package io.agentctl.control.performance.http;

/**
 * A request of the schedule.
 *
 * @param stage the place of its stage, from 0
 * @param index its place in the whole run, from 0
 * @param due when it was to be sent, as {@link System#nanoTime} counts
 * @param sent when it was handed to a connection
 */
public record Shot(int stage, long index, long due, long sent) {}
