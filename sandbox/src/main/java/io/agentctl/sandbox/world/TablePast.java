package io.agentctl.sandbox.world;

import java.nio.file.Path;

/**
 * What the past of tables is made from.
 *
 * @param directory what the names of files are relative to
 * @param originMinute the minute since the epoch in which history began
 * @param endMinute the minute since the epoch in which it ends, and a trace with it
 */
record TablePast(Path directory, long originMinute, long endMinute) {}
