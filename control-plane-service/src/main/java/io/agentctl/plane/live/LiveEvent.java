package io.agentctl.plane.live;

/**
 * A part of the project's state, as it was read.
 *
 * @param number counts what was read from 1, so that who was cut off says where to go on
 * @param data the part and its reading, as JSON
 */
public record LiveEvent(long number, String data) {}
