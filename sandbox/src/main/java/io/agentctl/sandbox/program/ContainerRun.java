package io.agentctl.sandbox.program;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A container that is to run.
 *
 * @param image its image, with registry and tag as it comes
 * @param command what is handed to the image's program
 * @param environment the container's variables
 * @param lines hears each line that it writes
 */
public record ContainerRun(
        String image, List<String> command, Map<String, String> environment, Consumer<String> lines) {
    /** Copies. */
    public ContainerRun {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The image's name alone: {@code registry/team/name:tag} is {@code name}. */
    String name() {
        String last = image.substring(image.lastIndexOf('/') + 1);
        return last.split("[:@]", 2)[0];
    }
}
