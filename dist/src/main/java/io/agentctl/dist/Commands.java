package io.agentctl.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Other programs, run to their end. */
final class Commands {

    private Commands() {}

    /**
     * Runs one.
     *
     * @param folder where
     * @throws IOException with what it printed, if it fails
     */
    static void run(Path folder, List<String> command) throws IOException {
        output(folder, command);
    }

    /**
     * Runs one, and gives what it printed.
     *
     * @param folder where
     * @throws IOException with what it printed, if it fails
     */
    static String output(Path folder, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " fails: " + said);
        }
        return said;
    }
}
