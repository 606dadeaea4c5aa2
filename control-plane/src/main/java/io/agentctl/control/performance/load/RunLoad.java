package io.agentctl.control.performance.load;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.LoadResult;
import io.agentctl.control.performance.http.Http1Transport;
import io.agentctl.control.performance.http.Http1Transport.Outgoing;
import io.agentctl.control.performance.http.Http2Transport;
import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.http.Tls;
import io.agentctl.control.performance.http.Transport;
import io.agentctl.control.performance.load.Sender.Stop;
import io.agentctl.control.performance.scenario.Request;
import io.agentctl.control.performance.scenario.Request.Protocol;
import io.agentctl.control.progress.ProgressListener;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Sends what a scenario says, and measures it. Whether that is allowed was decided before.
 *
 * @param clock of wall time; durations are measured otherwise
 * @param observer hears of each second
 */
public record RunLoad(Clock clock, LoadObserver observer) implements UseCase<LoadRequest, LoadResult> {

    private static final Duration SETTLING = Duration.ofMillis(50);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    /**
     * Runs.
     *
     * @throws AgentctlException UNREACHABLE if the target cannot be connected to, NOT_ALLOWED if it redirects elsewhere
     *     or is where load must never go, BAD_DOCUMENT for an expectation or a template that is none
     */
    @Override
    public LoadResult run(LoadRequest request, ProgressListener progress) {
        Origin origin = Origin.of(request.url());
        Expectations expectations = Expectations.parse(request.scenario().expectations());
        Messages messages = messages(request);
        Tls tls = Tls.of(request.authorities());
        Addresses addresses = Addresses.of(origin);
        Request sent = request.scenario().request();
        Probe.connect(origin, addresses.now().getFirst(), tls, sent.timeout());
        Sender sender = new Sender(
                request.scenario().stages(),
                sent.timeout(),
                request.turn().part(),
                request.cap(),
                origin,
                expectations,
                transports(origin, sent, messages, addresses, expectations.needBodies(), tls));
        LoadResult result = measured(request, sender, addresses, progress);
        if (sender.stopped() == Stop.REDIRECTED) {
            throw new AgentctlException(
                    ErrorCode.NOT_ALLOWED,
                    origin + " redirects to " + sender.redirect() + ", which is not the target",
                    "Load goes to no other place than was named: sending was stopped. Name that URL if it is meant.");
        }
        return result;
    }

    private LoadResult measured(LoadRequest request, Sender sender, Addresses addresses, ProgressListener progress) {
        AtomicReference<Throwable> broken = new AtomicReference<>();
        AtomicReference<Long> cpu = new AtomicReference<>(0L);
        Duration ahead = request.turn()
                .begin()
                .map(begin -> Duration.between(clock.instant(), begin))
                .orElse(SETTLING);
        long start = System.nanoTime() + ahead.toNanos();
        Instant started = clock.instant().plus(ahead);
        Thread thread = Thread.ofPlatform().name("load").unstarted(() -> {
            try {
                sender.run(start);
            } catch (RuntimeException | Error failure) {
                broken.set(failure);
            }
            cpu.set(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
        });
        SelfWatch watch = SelfWatch.begin(thread);
        thread.start();
        Supervisor supervisor = new Supervisor(request, sender, start, progress, observer);
        while (!ended(thread)) {
            supervisor.look(addresses);
        }
        supervisor.close();
        if (broken.get() != null) {
            throw new IllegalStateException("sending broke off: " + broken.get(), broken.get());
        }
        return new Findings(request, sender, started, start).result(watch, cpu.get());
    }

    private static boolean ended(Thread thread) {
        try {
            return thread.join(LOOK);
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
            throw new AgentctlException(ErrorCode.INTERRUPTED, "interrupted", "");
        }
    }

    private static Messages messages(LoadRequest request) {
        try {
            return Messages.of(request.scenario().request(), request.url());
        } catch (IllegalArgumentException unfit) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, request.scenario().name() + ": " + unfit.getMessage(), "", null, unfit);
        }
    }

    private static Function<Transport.Listener, Transport> transports(
            Origin origin, Request request, Messages messages, Addresses addresses, boolean keepBodies, Tls tls) {
        if (request.protocol() == Protocol.HTTP_2) {
            return listener -> new Http2Transport(messages::http2, request.timeout(), keepBodies, tls, listener);
        }
        Outgoing outgoing =
                new Outgoing(messages::bytes, request.method().equals("HEAD"), REPEATABLE.contains(request.method()));
        return listener ->
                new Http1Transport(origin, outgoing, addresses::now, request.timeout(), keepBodies, tls, listener);
    }
}
