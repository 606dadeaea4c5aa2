package io.agentctl.control.performance.history;

import io.agentctl.control.performance.LoadResult;

/**
 * A result in the history.
 *
 * @param name what it is called there
 * @param result what is in it
 */
public record KeptResult(String name, LoadResult result) {}
