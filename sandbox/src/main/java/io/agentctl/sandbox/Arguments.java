package io.agentctl.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the process was started with.
 *
 * @param port the loopback port, or 0 for any
 * @param world a world document, or empty for the default world
 * @param seed instead of the document's own
 * @param functionJar the governance function's jar, or empty to go by the world's model
 * @param taskProgram what containers of the image {@code agentctl} run, or empty for nothing
 * @param stateDirectory where {@code sandbox.json} goes
 */
record Arguments(
        int port,
        Optional<Path> world,
        OptionalLong seed,
        Optional<Path> functionJar,
        Optional<Path> taskProgram,
        Path stateDirectory) {
    private static final String USAGE =
            "usage: agentctl-sandbox [--port PORT] [--world FILE] [--seed N] [--function-jar FILE] [--task-program FILE]"
                    + " --state-dir DIR";

    /**
     * Reads a command line.
     *
     * @throws IllegalArgumentException when it is not understood
     */
    static Arguments parse(String... arguments) {
        int port = 0;
        Optional<Path> world = Optional.empty();
        OptionalLong seed = OptionalLong.empty();
        Optional<Path> functionJar = Optional.empty();
        Optional<Path> taskProgram = Optional.empty();
        Path stateDirectory = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new IllegalArgumentException(arguments[i] + " needs a value\n" + USAGE);
            }
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> port = Integer.parseInt(value);
                case "--world" -> world = Optional.of(Path.of(value));
                case "--seed" -> seed = OptionalLong.of(Long.parseLong(value));
                case "--function-jar" -> functionJar = Optional.of(existing(value));
                case "--task-program" -> taskProgram = Optional.of(existing(value));
                case "--state-dir" -> stateDirectory = Path.of(value);
                default -> throw new IllegalArgumentException("unknown option " + arguments[i] + "\n" + USAGE);
            }
        }
        if (stateDirectory == null) {
            throw new IllegalArgumentException("--state-dir is required\n" + USAGE);
        }
        return new Arguments(port, world, seed, functionJar, taskProgram, stateDirectory);
    }

    private static Path existing(String file) {
        Path path = Path.of(file).toAbsolutePath();
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("there is no file " + path);
        }
        return path;
    }
}
