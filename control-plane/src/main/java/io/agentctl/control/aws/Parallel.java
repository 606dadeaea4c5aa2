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
import java.util.function.Function;
import java.util.function.Supplier;

/** Does independent work side by side on virtual threads. {@link ApiCalls} bounds what really is in flight. */
public final class Parallel {

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
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<R>> futures = new ArrayList<>();
            for (T item : items) {
                futures.add(threads.submit(() -> function.apply(item)));
            }
            return collect(threads, futures);
        }
    }

    /**
     * Begins work on a virtual thread.
     *
     * @return waits for the result when it is asked for, and throws what the work threw
     */
    public static <T> Supplier<T> begin(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        Thread.ofVirtual().start(task);
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

    private static RuntimeException unwrapped(ExecutionException failed) {
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
