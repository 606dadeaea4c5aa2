package io.agentctl.sandbox.function;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What a process writes, gathered by invocation. Thread-safe. */
final class ProcessLog {
    /** Begins the line that ends what an invocation wrote; the rest of it is the request's id. */
    static final String END = "\u001eend ";

    private static final int KEPT = 8192;
    private static final long LATE_MILLIS = 500;

    private final StringBuilder text = new StringBuilder();
    private String ended = "";
    private boolean closed;

    /** Gathers what comes from here, on a thread of its own. */
    ProcessLog(InputStream from) {
        Thread.ofPlatform().name("function-log").daemon().start(() -> gather(from));
    }

    private void gather(InputStream from) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                add(line);
            }
        } catch (IOException ignored) {
            // The process is gone.
        }
        synchronized (this) {
            closed = true;
            notifyAll();
        }
    }

    private synchronized void add(String line) {
        if (line.startsWith(END)) {
            ended = line.substring(END.length());
            notifyAll();
            return;
        }
        text.append(line).append('\n');
        if (text.length() > KEPT) {
            text.delete(0, text.length() - KEPT);
        }
    }

    /** Takes what was written until an invocation ended; what is late by more than a moment goes to the next one. */
    synchronized String take(String requestId) throws InterruptedException {
        long end = System.nanoTime() + LATE_MILLIS * 1_000_000;
        while (!ended.equals(requestId) && !closed && System.nanoTime() < end) {
            wait(LATE_MILLIS);
        }
        String taken = text.toString();
        text.setLength(0);
        return taken;
    }
}
