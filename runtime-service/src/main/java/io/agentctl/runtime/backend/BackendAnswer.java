package io.agentctl.runtime.backend;

/**
 * What a back end answered.
 *
 * @param json one JSON value, UTF-8; {@code null} (the JSON literal) where there was none
 * @param attempts how many calls it took, from 1
 */
// Bytes that came from a socket and go to one: a copy or a wrapper would cost, and nobody compares two.
@SuppressWarnings("ArrayRecordComponent")
public record BackendAnswer(byte[] json, int attempts) {}
