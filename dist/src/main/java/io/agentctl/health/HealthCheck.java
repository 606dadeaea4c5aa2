package io.agentctl.health;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Asks a program of the same container how it is: exits with 0 if it answers 200, and with 1 otherwise. Loads few
 * classes, since it is started every half a minute where there is a quarter of a core.
 */
public final class HealthCheck {

    private static final int PATIENCE_MILLIS = 4_000;

    private HealthCheck() {}

    /**
     * Asks, says what was answered, and ends.
     *
     * @param arguments the port, and the path to get
     */
    public static void main(String[] arguments) {
        String answer = ask(Integer.parseInt(arguments[0]), arguments[1]);
        try (PrintWriter out =
                new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            out.println(answer);
        }
        System.exit(isWell(answer) ? 0 : 1);
    }

    /** The first line of the answer, or why there is none. */
    static String ask(int port, String path) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "closed without an answer" : line;
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    /** Whether a first line says that all is well. */
    static boolean isWell(String line) {
        return line.startsWith("HTTP/1.1 200");
    }
}
