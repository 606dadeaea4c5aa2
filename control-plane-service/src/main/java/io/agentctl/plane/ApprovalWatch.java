package io.agentctl.plane;

import io.agentctl.plane.http.ApprovalDesk;
import java.time.Duration;
import java.util.function.Consumer;

/** Looks every few seconds for what waited and need not wait any longer. */
final class ApprovalWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ApprovalDesk desk;
    private final Consumer<RuntimeException> trouble;
    private final Thread thread;

    ApprovalWatch(ApprovalDesk desk, Consumer<RuntimeException> trouble) {
        this.desk = desk;
        this.trouble = trouble;
        this.thread = Thread.ofVirtual().name("approvals").unstarted(this::watch);
    }

    ApprovalWatch start() {
        thread.start();
        return this;
    }

    private void watch() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    desk.settleAll();
                } catch (RuntimeException failure) {
                    trouble.accept(failure);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
