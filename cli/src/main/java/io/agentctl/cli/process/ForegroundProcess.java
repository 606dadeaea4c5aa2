package io.agentctl.cli.process;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program that takes this one's place until it ends; what ends this process ends it too. */
public final class ForegroundProcess {

    private static final Duration TIME_TO_DRAIN = Duration.ofSeconds(30);

    private ForegroundProcess() {}

    /**
     * Runs it.
     *
     * @param name what it is, for messages
     * @param environment variables besides this process's own
     * @param started runs once it has started
     * @return its exit code
     * @throws AgentctlException FAILED if it cannot be started
     */
    public static int run(String name, List<String> command, Map<String, String> environment, Runnable started) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread ending = new Thread(() -> end(process.toHandle()), "ends " + name);
            Runtime.getRuntime().addShutdownHook(ending);
            started.run();
            return process.waitFor();
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, name + " could not be started: " + failure.getMessage(), "", null, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "", null, interrupted);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        DetachedProcess.awaitEnd(process.pid(), TIME_TO_DRAIN);
    }
}
