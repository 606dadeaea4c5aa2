package io.agentctl.control.lambda.invocation;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.Cancellation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Makes the calls of a round, some at once. Calls of one alias follow each other, for two at once would start a second
 * environment and measure its start; calls that are to start cold are made at once for that very reason.
 */
public final class RoundPlayer implements AutoCloseable {

    private final FunctionInvoker invoker;
    private final int concurrency;
    private final ExecutorService threads;

    /**
     * Makes one.
     *
     * @param concurrency calls in flight at most, at least 1
     */
    public RoundPlayer(FunctionInvoker invoker, int concurrency) {
        this.invoker = invoker;
        this.concurrency = concurrency;
        this.threads = Executors.newFixedThreadPool(
                concurrency, Thread.ofPlatform().daemon().name("invoke-", 0).factory());
    }

    /** Calls in flight at most. */
    public int concurrency() {
        return concurrency;
    }

    /**
     * Makes calls and waits for all of them.
     *
     * @param each hears of every answer when it comes, on one thread at a time
     * @return the answers, in no order
     * @throws AgentctlException as {@link FunctionInvoker#invoke}; INTERRUPTED if a stop was asked for
     */
    public List<Answered> play(List<Call> calls, Cancellation cancellation, Consumer<Answered> each) {
        List<Answered> answers = new ArrayList<>();
        Map<String, List<Call>> cold = new LinkedHashMap<>();
        calls.stream().filter(Call::cold).forEach(call -> cold.computeIfAbsent(
                        call.alias(), ignored -> new ArrayList<>())
                .add(call));
        cold.values().forEach(burst -> answers.addAll(new Turn(burst, false, cancellation, each).played()));
        List<Call> warm = calls.stream().filter(call -> !call.cold()).toList();
        answers.addAll(new Turn(warm, true, cancellation, each).played());
        if (cancellation.requested()) {
            throw new AgentctlException(ErrorCode.INTERRUPTED, "stopped while measuring", "");
        }
        return answers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Calls that threads take from in order, but for those whose alias is busy. */
    private final class Turn {

        private final Deque<Call> waiting;
        private final boolean oneByOne;
        private final Cancellation cancellation;
        private final Consumer<Answered> each;
        private final Set<String> busy = new HashSet<>();
        private final List<Answered> answers = new ArrayList<>();
        private boolean failed;

        private Turn(Collection<Call> calls, boolean oneByOne, Cancellation cancellation, Consumer<Answered> each) {
            this.waiting = new ArrayDeque<>(calls);
            this.oneByOne = oneByOne;
            this.cancellation = cancellation;
            this.each = each;
        }

        private List<Answered> played() {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < Math.min(concurrency, waiting.size()); i++) {
                workers.add(threads.submit(this::work));
            }
            RuntimeException first = null;
            for (Future<?> worker : workers) {
                try {
                    worker.get();
                } catch (ExecutionException e) {
                    first = first == null ? Parallel.unwrapped(e) : first;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted while measuring", "", null, e);
                }
            }
            if (first != null) {
                throw first;
            }
            return answers;
        }

        private void work() {
            for (Call call = take(); call != null; call = take()) {
                try {
                    Answered answer = invoker.invoke(call, cancellation);
                    done(call, answer);
                } catch (RuntimeException failure) {
                    giveUp();
                    throw failure;
                }
            }
        }

        /** The next call that may be made; null if there is none any more. */
        private synchronized Call take() {
            while (!failed && !cancellation.requested() && !waiting.isEmpty()) {
                Call free = firstFree();
                if (free != null) {
                    busy.add(free.alias());
                    return free;
                }
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            return null;
        }

        private Call firstFree() {
            for (Iterator<Call> calls = waiting.iterator(); calls.hasNext(); ) {
                Call call = calls.next();
                if (!oneByOne || !busy.contains(call.alias())) {
                    calls.remove();
                    return call;
                }
            }
            return null;
        }

        private synchronized void done(Call call, Answered answer) {
            busy.remove(call.alias());
            answers.add(answer);
            each.accept(answer);
            notifyAll();
        }

        private synchronized void giveUp() {
            failed = true;
            notifyAll();
        }
    }
}
