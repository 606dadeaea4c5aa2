package io.agentctl.plane.schedule;

/**
 * Something that is done at its times.
 *
 * @param name unique among them
 * @param timing when it is due
 * @param errand what is done
 */
public record Schedule(String name, Timing timing, Errand errand) {}
