package io.agentctl.control.fargate;

/** What a task runs on; it decides which sizes there are. */
public enum OperatingSystem {
    LINUX,
    WINDOWS
}
