package io.agentctl.control.performance.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection, and the request that is under way on it. */
final class Connection {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final AnswerParser parser;
    private final long opening;
    private long opened;
    private boolean agreed;
    private Wire wire;
    private Shot shot;
    private ByteBuffer request;
    private long firstByte;
    private long since;
    private int carried;

    /**
     * Makes a connection that is being opened.
     *
     * @param opening when that began
     */
    Connection(SocketChannel channel, SelectionKey key, AnswerParser parser, long opening) {
        this.channel = channel;
        this.key = key;
        this.parser = parser;
        this.opening = opening;
        this.since = opening;
    }

    Shot shot() {
        return shot;
    }

    boolean isBusy() {
        return shot != null;
    }

    /** Since when it does what it does: wait for an answer, or for work. */
    long since() {
        return since;
    }

    boolean isOpen() {
        return agreed;
    }

    /** Whether it carried requests before this one, so that the target may have closed it before it saw this one. */
    boolean carriedBefore() {
        return carried > 1 && !parser.begun();
    }

    boolean keepsOpen() {
        return parser.keepsConnection();
    }

    Ending.Answer answer() {
        return parser.answer(firstByte);
    }

    /** Takes a request; it is written as soon as that is possible. */
    void take(Shot next, byte[] bytes, boolean head, long now) {
        shot = next;
        request = ByteBuffer.wrap(bytes);
        firstByte = 0;
        since = now;
        carried++;
        parser.begin(head);
    }

    /** Lets go of its request. */
    void release(long now) {
        shot = null;
        request = null;
        since = now;
    }

    /**
     * Goes on with opening it.
     *
     * @param wires makes the wire of a channel that is connected
     * @return true once it is open, and then never again
     */
    boolean opens(Wires wires, Transport.Listener listener) throws IOException {
        if (agreed) {
            return false;
        }
        if (wire == null) {
            if (!channel.finishConnect()) {
                return false;
            }
            opened = System.nanoTime();
            wire = wires.of(channel);
        }
        agreed = wire.agreed();
        if (!agreed) {
            interest(SelectionKey.OP_READ);
            return false;
        }
        listener.opened(opened - opening, wire instanceof TlsWire ? System.nanoTime() - opened : -1);
        return true;
    }

    void write() throws IOException {
        interest(wire.write(request) ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }

    /**
     * Reads what there is.
     *
     * @param buffer free for use meanwhile
     * @return whether the answer is done
     * @throws EOFException if the target closed the connection
     */
    @SuppressWarnings("ByteBufferBackingArray") // The loop's one buffer is on the heap and begins with its array.
    boolean read(ByteBuffer buffer) throws IOException {
        while (true) {
            buffer.clear();
            int read = wire.read(buffer);
            if (read == 0) {
                return false;
            }
            if (read < 0) {
                return ends();
            }
            if (shot == null) {
                throw new MalformedAnswerException("an answer came that nothing had asked for");
            }
            firstByte = firstByte == 0 ? System.nanoTime() : firstByte;
            if (parser.take(buffer.array(), 0, read) < read) {
                throw new MalformedAnswerException("an answer is longer than it says");
            }
            if (parser.done()) {
                return true;
            }
            if (read < buffer.capacity() / 2) {
                return false;
            }
        }
    }

    private boolean ends() throws IOException {
        parser.end();
        if (shot != null && parser.done()) {
            return true;
        }
        throw new EOFException("the target closed the connection");
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            // There is nothing left of it to lose.
        }
    }

    private void interest(int operations) {
        if (key.interestOps() != operations) {
            key.interestOps(operations);
        }
    }

    /** Makes wires. */
    @FunctionalInterface
    interface Wires {

        /** The wire of a channel that is connected. */
        Wire of(SocketChannel channel) throws IOException;
    }
}
