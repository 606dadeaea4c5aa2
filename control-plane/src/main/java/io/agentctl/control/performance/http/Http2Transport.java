package io.agentctl.control.performance.http;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * HTTP/2 by the JDK's client, which has threads of its own: endings are collected from them. It costs some ten times
 * the CPU of our own HTTP/1.1, and does not tell when its connections are opened.
 */
public final class Http2Transport implements Transport {

    private static final byte[] NOTHING = new byte[0];

    private final LongFunction<HttpRequest> requests;
    private final boolean keepBodies;
    private final Listener listener;
    private final HttpClient client;
    private final ConcurrentLinkedQueue<Ending> endings = new ConcurrentLinkedQueue<>();

    private volatile Thread waiting;
    private int underWay;

    /**
     * Makes a transport.
     *
     * @param requests each, by its index
     * @param timeout of opening a connection; that of a request is in it
     * @param keepBodies whether endings carry bodies
     */
    public Http2Transport(
            LongFunction<HttpRequest> requests, Duration timeout, boolean keepBodies, Tls tls, Listener listener) {
        this.requests = requests;
        this.keepBodies = keepBodies;
        this.listener = listener;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_2)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .sslContext(tls.context())
                .build();
    }

    @Override
    public int underWay() {
        return underWay;
    }

    /** What completes the future turns every failure into an ending, and throws nothing itself. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void send(Shot shot) {
        underWay++;
        long[] firstByte = new long[1];
        HttpResponse.BodyHandler<byte[]> body = head -> {
            firstByte[0] = System.nanoTime();
            return keepBodies ? BodySubscribers.ofByteArray() : BodySubscribers.replacing(NOTHING);
        };
        client.sendAsync(requests.apply(shot.index()), body).whenComplete((answer, failure) -> {
            long now = System.nanoTime();
            endings.add(
                    failure == null
                            ? ending(shot, now, answer, firstByte[0])
                            : Ending.failed(shot, now, failure(failure)));
            LockSupport.unpark(waiting);
        });
    }

    @Override
    public void await(long until) {
        waiting = Thread.currentThread();
        while (endings.isEmpty() && until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
        for (Ending ending = endings.poll(); ending != null; ending = endings.poll()) {
            underWay--;
            listener.ended(ending);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    /** The JDK's client falls back to HTTP/1.1 without a word, and then the figures would be of something else. */
    private static Ending ending(Shot shot, long now, HttpResponse<byte[]> answer, long firstByte) {
        return answer.version() == HttpClient.Version.HTTP_2
                ? Ending.answered(shot, now, answer(answer, firstByte))
                : Ending.failed(
                        shot, now, new Failure(Failure.Kind.OTHER, "the target speaks HTTP/1.1, and no HTTP/2"));
    }

    /** What would still have to be read to know the bytes of headers is not told; those of a body that is kept are. */
    private static Ending.Answer answer(HttpResponse<byte[]> answer, long firstByte) {
        String location = answer.headers().firstValue("location").orElse("");
        long bytes = answer.headers().firstValueAsLong("content-length").orElse(answer.body().length);
        return new Ending.Answer(
                answer.statusCode(), firstByte, bytes, answer.statusCode() / 100 == 3 ? location : "", answer.body());
    }

    private static Failure failure(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof HttpTimeoutException timeout) {
            return new Failure(Failure.Kind.TIMEOUT, String.valueOf(timeout.getMessage()));
        }
        return cause instanceof Exception known ? Failure.of(known) : new Failure(Failure.Kind.OTHER, cause.toString());
    }
}
