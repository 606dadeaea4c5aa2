package io.agentctl.control.windows;

import io.agentctl.control.yaml.Node.Position;

/**
 * Where a window stands in its file.
 *
 * @param window its name
 * @param selector what says which services it is about
 * @param sleep what says when they fall asleep
 * @param wake what says when they wake
 */
public record WindowPlaces(Position window, Position selector, Position sleep, Position wake) {}
