package io.agentctl.control.aws;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Does independent work side by side. {@link ApiCalls} bounds what really is in flight.
 *
 * <p>On platform threads: a virtual thread that reads from a socket starts one that waits for the kernel, which never
 * ends, and for which the JVM waits 300 ms when the process exits. See docs/decisions/0004-start-up.md.
 */
public final class Parallel {

    /** More than any API's bound on calls in flight, so that those bounds decide. */
    private static final int MOST_THREADS = 16;

    private static final ThreadFactory THREADS =
            Thread.ofPlatform().daemon().name("parallel-", 0).factory();

    private Parallel() {}

    /**
     * Applies a function to every item.
     *
     * @return the results in the order of the items
     * @throws RuntimeException the first failure in the order of the items; work not begun yet is given up
     */
    public static <T, R> List<R> map(List<T> items, Function<? super T, ? extends R> function) {
        if (items.size() == 1) {
            return List.of(function.apply(items.getFirst()));
        }
        try (ExecutorService threads =
                Executors.newFixedThreadPool(Math.clamp(items.size(), 1, MOST_THREADS), THREADS)) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(threads.submit(() -> function.apply(item)));
            }
            return collect(threads, futures);
        }
    }

    /**
     * Begins work on a thread of its own.
     *
     * @return waits for the result when it is asked for, and throws what the work threw
     */
    public static <T> Supplier<T> begin(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        THREADS.newThread(task).start();
        return () -> {
            try {
                return task.get();
            } catch (ExecutionException failed) {
                throw unwrapped(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "", null, interrupted);
            }
        };
    }

    /** What the work threw, to be thrown again. */
    public static RuntimeException unwrapped(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failed.getCause());
    }

    private static <R> List<R> collect(ExecutorService threads, List<Future<R>> futures) {
        List<R> results = new ArrayList<>(futures.size());
        try {
            for (Future<R> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            threads.shutdownNow();
            throw unwrapped(failed);
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "", null, interrupted);
        }
    }
}
