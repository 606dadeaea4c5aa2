package io.agentctl.control.remote;

import io.agentctl.control.progress.ProgressEvent;

/** What is told of a run while it is followed. */
public sealed interface RunEvent {

    /**
     * Something happened.
     *
     * @param number counts the events of a run from 1, so that a follower who was cut off says where to go on
     */
    record Progressed(long number, ProgressEvent event) implements RunEvent {}

    /** It is over, or waits; nothing follows an end. */
    record Turned(RunView run) implements RunEvent {}
}
