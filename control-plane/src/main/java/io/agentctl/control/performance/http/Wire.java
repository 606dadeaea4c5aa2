package io.agentctl.control.performance.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The bytes of one connection, encrypted or not. Nothing of it blocks. */
interface Wire {

    /** Goes on with what must be agreed on before anything is sent; true once it is. */
    boolean agreed() throws IOException;

    /**
     * Reads what there is.
     *
     * @return how many bytes; 0 for none now, -1 for none ever again
     */
    int read(ByteBuffer into) throws IOException;

    /** Writes as much as goes; true if nothing is left of it, here or on the way. */
    boolean write(ByteBuffer from) throws IOException;

    /** The wire of a plain connection. */
    record Plain(SocketChannel channel) implements Wire {

        @Override
        public boolean agreed() {
            return true;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public boolean write(ByteBuffer from) throws IOException {
            channel.write(from);
            return !from.hasRemaining();
        }
    }
}
