package io.agentctl.control.performance.history;

import io.agentctl.control.performance.LoadResult;
import java.nio.file.Path;

/**
 * A result in the history.
 *
 * @param file where it is
 * @param result what is in it
 */
public record KeptResult(Path file, LoadResult result) {}
