package io.agentctl.runtime.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends dispatches at a rate, whatever the answers do, over so many connections that none waits for another's answer.
 * Each has a time at which it is due; how late it was sent, for want of a processor here, is told beside its latency.
 */
final class LoadGenerator {

    private static final int BUFFER = 2048;

    private final int port;
    private final int connections;
    private final byte[] request;

    /**
     * One answer.
     *
     * @param second since the load began, of when the request was due
     * @param status 0 where the connection broke
     * @param lateMillis after it was due it was sent
     * @param millis from then to its answer
     */
    record Sent(int second, int status, boolean retryAfter, double lateMillis, double millis) {}

    LoadGenerator(int port, int connections) {
        this.port = port;
        this.connections = connections;
        this.request =
                ("POST /dispatch HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                + BenchPolicies.BODY.length() + "\r\n\r\n" + BenchPolicies.BODY)
                        .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends so many a second for so long. */
    List<Sent> run(int perSecond, Duration time) throws InterruptedException {
        AtomicLong next = new AtomicLong();
        long last = perSecond * time.toSeconds();
        long start = System.nanoTime();
        long gap = 1_000_000_000L / perSecond;
        List<Callable<List<Sent>>> senders = Collections.nCopies(connections, () -> send(next, last, start, gap));
        List<Sent> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<Sent>> answers : threads.invokeAll(senders)) {
                all.addAll(answers.resultNow());
            }
        }
        return all;
    }

    private List<Sent> send(AtomicLong next, long last, long start, long gap) throws InterruptedException {
        List<Sent> answers = new ArrayList<>();
        Socket socket = null;
        long ticket = next.getAndIncrement();
        while (ticket < last) {
            long due = start + ticket * gap;
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            long sent = System.nanoTime();
            int status = 0;
            boolean retryAfter = false;
            try {
                if (socket == null) {
                    socket = new Socket(InetAddress.getLoopbackAddress(), port);
                    socket.setTcpNoDelay(true);
                }
                socket.getOutputStream().write(request);
                String head = readAnswer(new BufferedInputStream(socket.getInputStream(), BUFFER));
                status = Integer.parseInt(head.substring(9, 12));
                retryAfter = head.contains("retry-after:");
            } catch (IOException broken) {
                socket = null;
            }
            answers.add(new Sent(
                    (int) ((due - start) / 1_000_000_000L),
                    status,
                    retryAfter,
                    (sent - due) / 1e6,
                    (System.nanoTime() - sent) / 1e6));
            ticket = next.getAndIncrement();
        }
        return answers;
    }

    /** The head in small letters, after the body was read too. */
    private static String readAnswer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder(256);
        int line = 0;
        while (line != 1 || head.charAt(head.length() - 1) != '\n') {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("closed");
            }
            head.append((char) octet);
            line = octet == '\n' ? head.length() - head.lastIndexOf("\n", head.length() - 2) - 2 : line;
        }
        String text = head.toString().toLowerCase(Locale.ROOT);
        int at = text.indexOf("content-length:") + "content-length:".length();
        in.skipNBytes(
                Integer.parseInt(text.substring(at, text.indexOf('\r', at)).strip()));
        return text;
    }
}
