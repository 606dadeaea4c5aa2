package io.agentctl.cli.process;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Processes that outlive the command that starts them and the terminal that it was started from. */
public final class DetachedProcess {

    /** How often to look whether a process has come up or ended. */
    public static final Duration PAUSE = Duration.ofMillis(50);

    /** Starts in a process group of its own, so that Ctrl-C here is not heard there, and prints the process id. */
    private static final String DETACHED = "set -m; \"$@\" </dev/null >\"$0\" 2>&1 & echo $!";

    private DetachedProcess() {}

    /**
     * Starts a program.
     *
     * @param command the program and its arguments
     * @param environment added to this process's own
     * @param log where what it prints goes
     * @return its process id
     */
    public static long start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        List<String> shell = new ArrayList<>(List.of("/bin/sh", "-c", DETACHED, log.toString()));
        shell.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shell).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(environment);
        try (BufferedReader answer = builder.start().inputReader(Charset.defaultCharset())) {
            return Long.parseLong(answer.readLine().strip());
        }
    }

    /** Whether a process is there. */
    public static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    /** Waits until a process that was asked to end has ended, and ends it if it takes longer. */
    public static void awaitEnd(long pid, Duration most) {
        ProcessHandle.of(pid).ifPresent(process -> {
            long end = System.nanoTime() + most.toNanos();
            while (process.isAlive() && System.nanoTime() < end) {
                pause();
            }
            process.destroyForcibly();
        });
    }

    /** Waits a moment. */
    public static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "", null, e);
        }
    }
}
