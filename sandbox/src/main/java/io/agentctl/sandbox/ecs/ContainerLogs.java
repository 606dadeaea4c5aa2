package io.agentctl.sandbox.ecs;

/** Where lines go that containers write under the log driver {@code awslogs}. */
@FunctionalInterface
public interface ContainerLogs {
    /** Lines go nowhere. */
    ContainerLogs NONE = (group, stream, line) -> {};

    /**
     * Takes a line.
     *
     * @param group the log group
     * @param stream the log stream in it
     */
    void line(String group, String stream, String line);
}
