package io.agentctl.control.performance.load;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLServerSocketFactory;

/**
 * As much of an HTTP/2 server (RFC 9113) as answers every request with 200 and no body: by TLS with ALPN, or over plain
 * TCP by an upgrade (RFC 7540, 3.2).
 */
final class Http2Server implements AutoCloseable {

    private static final int PREFACE = 24;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;
    private static final int PING_BYTES = 8;
    /** {@code :status: 200} in HPACK's static table (RFC 7541, appendix A, 8). */
    private static final byte[] OK = {(byte) 0x88};

    private final ServerSocket socket;
    private final boolean tls;

    private Http2Server(ServerSocket socket, boolean tls) {
        this.socket = socket;
        this.tls = tls;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static Http2Server plain() throws IOException {
        return new Http2Server(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), false);
    }

    static Http2Server overTls(Path folder) throws Exception {
        SSLServerSocketFactory factory = ScriptedServer.tls(folder).getServerSocketFactory();
        SSLServerSocket socket = (SSLServerSocket) factory.createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2"});
        socket.setSSLParameters(parameters);
        return new Http2Server(socket, true);
    }

    URI url() {
        return URI.create((tls ? "https" : "http") + "://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> serve(connection));
            } catch (IOException ignored) {
                // It is closed, or somebody left during the handshake.
            }
        }
    }

    private void serve(Socket connection) {
        try (connection;
                DataInputStream in = new DataInputStream(connection.getInputStream());
                DataOutputStream out = new DataOutputStream(connection.getOutputStream())) {
            if (!tls) {
                upgrade(in, out);
            }
            in.readNBytes(PREFACE);
            frame(out, SETTINGS, 0, 0, new byte[0]);
            if (!tls) {
                // The request that asked for the upgrade is stream 1.
                frame(out, HEADERS, END_HEADERS | END_STREAM, 1, OK);
            }
            while (true) {
                answer(in, out);
            }
        } catch (IOException ignored) {
            // The client has gone.
        }
    }

    private static void upgrade(DataInputStream in, DataOutputStream out) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("gone");
            }
            head.append((char) next);
        }
        out.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    }

    private static void answer(DataInputStream in, DataOutputStream out) throws IOException {
        int length = (in.readUnsignedByte() << 16) | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int stream = in.readInt();
        byte[] payload = in.readNBytes(length);
        switch (type) {
            case HEADERS -> frame(out, HEADERS, END_HEADERS | END_STREAM, stream, OK);
            case SETTINGS -> {
                if ((flags & ACK) == 0) {
                    frame(out, SETTINGS, ACK, 0, new byte[0]);
                }
            }
            case PING -> {
                if ((flags & ACK) == 0 && payload.length == PING_BYTES) {
                    frame(out, PING, ACK, 0, payload);
                }
            }
            default -> {
                // Windows and priorities do not matter to answers without a body.
            }
        }
    }

    private static void frame(DataOutputStream out, int type, int flags, int stream, byte[] payload)
            throws IOException {
        out.writeByte(payload.length >> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
