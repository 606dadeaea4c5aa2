package io.agentctl.control.performance.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** HTTP/1.1 on connections that are kept, all of them watched by the thread that sends. */
public final class Http1Transport implements Transport {

    private static final int BUFFER = 64 << 10;
    private static final long MILLI = 1_000_000;
    /**
     * Targets close idle connections after a minute or so; one that we close first cannot be closed under a request.
     */
    private static final long IDLE = Duration.ofSeconds(30).toNanos();

    private final Origin origin;
    private final Outgoing outgoing;
    private final Supplier<List<InetAddress>> addresses;
    private final long timeout;
    private final boolean keepBodies;
    private final Connection.Wires wires;
    private final Listener listener;
    private final Selector selector;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    /** In the order in which they were sent, since all have the same time. */
    private final LinkedHashSet<Connection> busy = new LinkedHashSet<>();

    private int nextAddress;

    /**
     * What is sent.
     *
     * @param bytes of each request, by its index
     * @param head whether it is HEAD, whose answers have no body
     * @param repeatable whether a request may be sent again that the target perhaps never saw (RFC 9110, 9.2.2)
     */
    public record Outgoing(LongFunction<byte[]> bytes, boolean head, boolean repeatable) {}

    /**
     * Makes a transport.
     *
     * @param addresses of the target, as they are now
     * @param timeout of a request
     * @param keepBodies whether endings carry bodies
     */
    public Http1Transport(
            Origin origin,
            Outgoing outgoing,
            Supplier<List<InetAddress>> addresses,
            Duration timeout,
            boolean keepBodies,
            Tls tls,
            Listener listener) {
        this.origin = origin;
        this.outgoing = outgoing;
        this.addresses = addresses;
        this.timeout = timeout.toNanos();
        this.keepBodies = keepBodies;
        this.wires = origin.tls() ? channel -> new TlsWire(channel, tls.engine(origin)) : Wire.Plain::new;
        this.listener = listener;
        this.selector = open();
    }

    @Override
    public int underWay() {
        return busy.size();
    }

    @Override
    public void send(Shot shot) {
        Connection free = idle.pollLast();
        if (free == null) {
            onNewConnection(shot);
        } else {
            begin(free, shot);
        }
    }

    private void begin(Connection connection, Shot shot) {
        connection.take(shot, outgoing.bytes().apply(shot.index()), outgoing.head(), shot.sent());
        busy.addLast(connection);
        if (connection.isOpen()) {
            attempt(connection, connection::write);
        }
    }

    private void onNewConnection(Shot shot) {
        try {
            List<InetAddress> known = addresses.get();
            InetAddress address = known.get(Math.floorMod(nextAddress++, known.size()));
            SocketChannel channel = SocketChannel.open();
            try {
                channel.configureBlocking(false);
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.connect(new InetSocketAddress(address, origin.port()));
                SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
                Connection connection = new Connection(channel, key, new AnswerParser(keepBodies), System.nanoTime());
                key.attach(connection);
                begin(connection, shot);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            listener.ended(Ending.failed(shot, System.nanoTime(), Failure.of(e)));
        }
    }

    @Override
    public void await(long until) {
        long now = System.nanoTime();
        long next = Math.min(until, nextTimeout(now));
        try {
            // The selector counts in milliseconds: the last part of one is waited for by looking again and again.
            long millis = (next - now) / MILLI;
            if (millis > 0) {
                selector.select(this::ready, millis);
            } else if (selector.selectNow(this::ready) == 0 && next - now > Pauses.SHORTEST) {
                Pauses.shortest();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch connections", e);
        }
        expire(System.nanoTime());
    }

    private long nextTimeout(long now) {
        return busy.isEmpty() ? now + IDLE : busy.getFirst().since() + timeout;
    }

    private void ready(SelectionKey key) {
        Connection connection = (Connection) key.attachment();
        attempt(connection, () -> {
            if (!connection.isOpen()) {
                if (connection.opens(wires, listener)) {
                    connection.write();
                }
                return;
            }
            if (key.isWritable()) {
                connection.write();
            }
            if (key.isReadable() && connection.read(buffer)) {
                done(connection);
            }
        });
    }

    private void done(Connection connection) {
        Ending ending = Ending.answered(connection.shot(), System.nanoTime(), connection.answer());
        busy.remove(connection);
        connection.release(ending.at());
        if (connection.keepsOpen()) {
            idle.addLast(connection);
        } else {
            connection.close();
        }
        listener.ended(ending);
    }

    private void attempt(Connection connection, Attempt attempt) {
        try {
            attempt.run();
        } catch (IOException e) {
            broken(connection, Failure.of(e));
        }
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private void broken(Connection connection, Failure failure) {
        connection.close();
        idle.remove(connection);
        if (!busy.remove(connection)) {
            return;
        }
        Shot shot = connection.shot();
        if (outgoing.repeatable() && connection.carriedBefore() && failure.kind() != Failure.Kind.TIMEOUT) {
            onNewConnection(shot);
            return;
        }
        listener.ended(Ending.failed(shot, System.nanoTime(), failure));
    }

    private void expire(long now) {
        while (!busy.isEmpty() && now - busy.getFirst().since() >= timeout) {
            Connection late = busy.getFirst();
            broken(
                    late,
                    late.isOpen()
                            ? new Failure(Failure.Kind.TIMEOUT, "no answer in time")
                            : new Failure(Failure.Kind.CONNECT_TIMEOUT, "no connection in time"));
        }
        while (!idle.isEmpty() && now - idle.getFirst().since() >= IDLE) {
            idle.pollFirst().close();
        }
    }

    @Override
    public void close() {
        List.copyOf(selector.keys()).forEach(key -> ((Connection) key.attachment()).close());
        try {
            selector.close();
        } catch (IOException ignored) {
            // There is nothing left of it to lose.
        }
    }

    private static Selector open() {
        try {
            return Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch connections", e);
        }
    }
}
