package io.agentctl.control.capacity.simulation;

/**
 * One minute of a simulation.
 *
 * @param capacity units a second in force; 0 on demand
 * @param served units served
 * @param throttled units refused
 */
public record Minute(int capacity, double served, double throttled) {}
