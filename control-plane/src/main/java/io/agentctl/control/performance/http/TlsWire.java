package io.agentctl.control.performance.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/** An encrypted wire: what the JDK's engine makes of a channel. */
final class TlsWire implements Wire {

    private static final ByteBuffer EMPTY = ByteBuffer.allocate(0).asReadOnlyBuffer();

    private final SocketChannel channel;
    private final SSLEngine engine;
    /** What came from the network and is not decrypted yet; ready to be read from. */
    private final ByteBuffer incoming;
    /** What is encrypted and not yet sent; ready to be read from. */
    private final ByteBuffer outgoing;
    /** What was decrypted while a handshake went on. */
    private final ByteBuffer early;

    private boolean ended;

    TlsWire(SocketChannel channel, SSLEngine engine) throws SSLException {
        this.channel = channel;
        this.engine = engine;
        int packet = engine.getSession().getPacketBufferSize();
        this.incoming = ByteBuffer.allocate(packet).flip();
        this.outgoing = ByteBuffer.allocate(packet).flip();
        this.early = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        engine.beginHandshake();
    }

    @Override
    public boolean agreed() throws IOException {
        while (true) {
            if (!flushed()) {
                return false;
            }
            HandshakeStatus status = engine.getHandshakeStatus();
            switch (status) {
                case NEED_TASK -> engine.getDelegatedTask().run();
                case NEED_WRAP -> wrap(EMPTY.duplicate());
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    if (!unwrapped(early) && fill() <= 0) {
                        return refuseEnd();
                    }
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    return true;
                }
            }
        }
    }

    private boolean refuseEnd() throws SSLException {
        if (ended) {
            throw new SSLException("the connection was closed during the handshake");
        }
        return false;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int before = into.position();
        if (early.position() > 0) {
            into.put(early.flip());
            early.clear();
        }
        while (true) {
            boolean progress = unwrapped(into);
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                wrap(EMPTY.duplicate());
                flushed();
            } else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) {
                engine.getDelegatedTask().run();
            }
            if (into.remaining() < engine.getSession().getApplicationBufferSize()) {
                break;
            }
            if (!progress && fill() <= 0) {
                break;
            }
        }
        int read = into.position() - before;
        return read == 0 && ended ? -1 : read;
    }

    @Override
    public boolean write(ByteBuffer from) throws IOException {
        while (flushed()) {
            if (!from.hasRemaining()) {
                return true;
            }
            wrap(from);
        }
        return false;
    }

    /** Decrypts one record; false if that needs more from the network. */
    private boolean unwrapped(ByteBuffer into) throws SSLException {
        if (!incoming.hasRemaining() && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP_AGAIN) {
            return false;
        }
        SSLEngineResult result = engine.unwrap(incoming, into);
        return switch (result.getStatus()) {
            case OK -> result.bytesConsumed() > 0 || result.bytesProduced() > 0 || needsWork();
            case BUFFER_UNDERFLOW, BUFFER_OVERFLOW -> false;
            case CLOSED -> {
                ended = true;
                yield false;
            }
        };
    }

    private boolean needsWork() {
        HandshakeStatus status = engine.getHandshakeStatus();
        return status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP;
    }

    private int fill() throws IOException {
        incoming.compact();
        int read = channel.read(incoming);
        incoming.flip();
        ended |= read < 0;
        return read;
    }

    private void wrap(ByteBuffer from) throws SSLException {
        outgoing.compact();
        SSLEngineResult result = engine.wrap(from, outgoing);
        outgoing.flip();
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            throw new SSLException("the target closed the TLS connection");
        }
    }

    private boolean flushed() throws IOException {
        if (outgoing.hasRemaining()) {
            channel.write(outgoing);
        }
        return !outgoing.hasRemaining();
    }
}
