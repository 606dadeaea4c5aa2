package io.agentctl.sandbox.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** A program that runs. */
public final class ProgramRun {
    /** What ECS gives a container between SIGTERM and SIGKILL, unless its definition says otherwise. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Process process;
    private final Thread reader;

    private ProgramRun(Process process, Thread reader) {
        this.process = process;
        this.reader = reader;
    }

    static ProgramRun of(Process process, Consumer<String> lines) {
        Thread reader = Thread.ofVirtual().name("program-" + process.pid()).start(() -> read(process, lines));
        return new ProgramRun(process, reader);
    }

    private static void read(Process process, Consumer<String> lines) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.accept(line);
            }
        } catch (IOException ignored) {
            // It is gone.
        }
    }

    /** Has somebody told its exit code once it has ended and all that it wrote was read. */
    @SuppressWarnings("FutureReturnValueIgnored")
    public void whenEnded(IntConsumer told) {
        process.onExit().thenAcceptAsync(ended -> {
            try {
                reader.join(Duration.ofSeconds(1));
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
            told.accept(ended.exitValue());
        });
    }

    /** Asks it to end; ends it if it does not in 30 seconds. */
    public void stop() {
        process.destroy();
        CompletableFuture.delayedExecutor(GRACE.toSeconds(), TimeUnit.SECONDS).execute(process::destroyForcibly);
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean alive() {
        return process.isAlive();
    }
}
