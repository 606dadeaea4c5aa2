package io.agentctl.sandbox.function;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The processes of all functions: few, since each is a JVM of its own, kept for the next event with the same code and
 * variables whatever the version. Thread-safe.
 */
public final class FunctionProcesses implements AutoCloseable {
    /** Each takes some 150 MB. */
    private static final int MOST = 4;

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Supplier<Map<String, String>> common;
    /** Without work, the one that was used last at the end. */
    private final List<Idle> idle = new ArrayList<>();

    private final List<FunctionProcess> busy = new ArrayList<>();
    private int starting;
    private boolean closed;

    /**
     * No processes yet.
     *
     * @param common variables of all functions
     */
    public FunctionProcesses(Supplier<Map<String, String>> common) {
        this.common = common;
    }

    private record Key(FunctionCode code, String function, Map<String, String> variables) {
        private static Key of(CodeInvocation invocation) {
            return new Key(invocation.code(), invocation.function(), invocation.variables());
        }
    }

    private record Idle(Key key, FunctionProcess process, long since) {}

    /**
     * Has an event handled; waits for a process where as many run as may.
     *
     * @throws IOException if no process can be started
     */
    public CodeResult run(CodeInvocation invocation) throws IOException, InterruptedException {
        Key key = Key.of(invocation);
        FunctionProcess process = take(key);
        if (process == null) {
            process = start(invocation);
        }
        try {
            return process.run(invocation);
        } finally {
            giveBack(key, process);
        }
    }

    /** A process of that key; null, with a place reserved, where one must be started. */
    private synchronized FunctionProcess take(Key key) throws InterruptedException {
        while (true) {
            if (closed) {
                throw new InterruptedException("the world has ended");
            }
            for (int index = idle.size() - 1; index >= 0; index--) {
                if (idle.get(index).key().equals(key)) {
                    FunctionProcess process = idle.remove(index).process();
                    busy.add(process);
                    return process;
                }
            }
            if (idle.size() + busy.size() + starting >= MOST && !idle.isEmpty()) {
                idle.removeFirst().process().close();
            }
            if (idle.size() + busy.size() + starting < MOST) {
                starting++;
                return null;
            }
            wait();
        }
    }

    private FunctionProcess start(CodeInvocation invocation) throws IOException {
        FunctionProcess process = null;
        try {
            process = FunctionProcess.start(invocation, common.get());
            return process;
        } finally {
            started(process);
        }
    }

    private synchronized void started(FunctionProcess process) {
        starting--;
        if (process != null) {
            busy.add(process);
        }
        notifyAll();
    }

    private synchronized void giveBack(Key key, FunctionProcess process) {
        busy.remove(process);
        if (process.alive() && !closed) {
            idle.addLast(new Idle(key, process, System.nanoTime()));
            CompletableFuture.delayedExecutor(KEPT.toMillis() + 1, TimeUnit.MILLISECONDS)
                    .execute(this::expire);
        } else {
            process.close();
        }
        notifyAll();
    }

    private synchronized void expire() {
        for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
            Idle one = each.next();
            if (System.nanoTime() - one.since() >= KEPT.toNanos()) {
                one.process().close();
                each.remove();
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(one -> one.process().close());
        idle.clear();
        busy.forEach(FunctionProcess::close);
        notifyAll();
    }
}
