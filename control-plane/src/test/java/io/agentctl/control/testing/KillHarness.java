package io.agentctl.control.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a Java process of its own, which {@link Boundaries} kills at a place of one's choice. First run it
 * to its end and learn how many places there are; then run it once for each, from the same start, and see from outside
 * what is left.
 */
public final class KillHarness {

    private static final long PATIENCE_SECONDS = 300;

    private final Class<?> program;
    private final Path folder;

    /**
     * Prepares runs.
     *
     * @param program has a {@code main} that makes its {@link Boundaries} {@code ofThisProcess}
     * @param folder for logs
     */
    public KillHarness(Class<?> program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * Runs the program to its end.
     *
     * @return the places that it passed, in order
     * @throws AssertionError if it failed
     */
    public List<String> places(String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "places", ".txt");
        int exit = run(0, log, arguments);
        if (exit != 0) {
            throw new AssertionError(program.getSimpleName() + " ended with " + exit + ": " + output());
        }
        return Files.readAllLines(log);
    }

    /**
     * Runs the program until it dies.
     *
     * @param place counted from 1
     * @return what the place is called
     * @throws AssertionError if it was not killed there
     */
    public String killAt(int place, String... arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile(folder, "places", ".txt");
        int exit = run(place, log, arguments);
        List<String> passed = Files.readAllLines(log);
        if (exit != 128 + 9 || passed.size() != place) {
            throw new AssertionError(
                    program.getSimpleName() + " ended with " + exit + " after " + passed + ": " + output());
        }
        return passed.getLast();
    }

    private String output() throws IOException {
        return Files.readString(outputFile());
    }

    private Path outputFile() {
        return folder.resolve("output.txt");
    }

    private int run(int dieAt, Path log, String... arguments) throws IOException, InterruptedException {
        List<String> properties = List.of(Boundaries.DIE_AT + "=" + dieAt, Boundaries.LOG + "=" + log);
        Process process = dieAt == 0
                ? ChildProcess.startToItsEnd(program, outputFile(), properties, arguments)
                : ChildProcess.start(program, outputFile(), properties, arguments);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(program.getSimpleName() + " hangs: " + output());
        }
        return process.exitValue();
    }
}
