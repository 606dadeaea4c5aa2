package io.agentctl.control.performance.load;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.http.Origin;
import io.agentctl.control.performance.http.Tls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens one connection before anything is sent: a target that is not there is told in a sentence, not in a report. */
final class Probe {

    private Probe() {}

    /**
     * Connects and says good-bye.
     *
     * @throws AgentctlException UNREACHABLE, saying why
     */
    static void connect(Origin origin, InetAddress address, Tls tls, Duration timeout) {
        try (Socket socket = new Socket()) {
            int millis = (int) Math.min(Integer.MAX_VALUE, timeout.toMillis());
            socket.connect(new InetSocketAddress(address, origin.port()), millis);
            if (origin.tls()) {
                socket.setSoTimeout(millis);
                agree(origin, socket, tls);
            }
        } catch (SSLException e) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    "there is no TLS with " + origin + ": " + e.getMessage(),
                    "If its certificate is of an authority of your own, name that with --ca FILE; if it speaks plain HTTP,"
                            + " name it with http.",
                    null,
                    e);
        } catch (IOException e) {
            throw new AgentctlException(
                    ErrorCode.UNREACHABLE,
                    origin + " cannot be reached: " + e.getMessage(),
                    "Nothing was sent. Look whether the target runs and this machine may connect to it.",
                    null,
                    e);
        }
    }

    private static void agree(Origin origin, Socket plain, Tls tls) throws IOException {
        try (SSLSocket socket = (SSLSocket)
                tls.context().getSocketFactory().createSocket(plain, origin.bareHost(), origin.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }
}
