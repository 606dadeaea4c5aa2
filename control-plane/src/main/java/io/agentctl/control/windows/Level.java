package io.agentctl.control.windows;

/**
 * What should be true of a service at one instant.
 *
 * @param asleep whether it should be asleep
 * @param window the window that says so; empty if none does
 * @param floor the tasks that it is to have while it sleeps; 0 where it is awake
 * @param enforce whether a service that somebody scaled by hand meanwhile is put back
 * @param why a clause for the reader
 */
public record Level(boolean asleep, String window, int floor, boolean enforce, String why) {}
