package io.agentctl.plane.run;

import java.util.List;
import java.util.Optional;

/**
 * Some runs of a list.
 *
 * @param runs the newest first
 * @param next where the next page begins; empty on the last
 */
public record RunPage(List<Run> runs, Optional<String> next) {}
