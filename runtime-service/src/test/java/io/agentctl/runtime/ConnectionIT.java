package io.agentctl.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no proper client would send, byte by byte. */
class ConnectionIT {

    @TempDir
    static Path folder;

    private static TestRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TestRuntime.start(folder, "limits: {headers: 1KiB, bodyTimeout: 500ms, idle: 1s}");
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a length below zero | Content-Length: -1~~0~~ | 400",
                "a length of words   | Content-Length: many~~{} | 400",
                "a bad chunk         | Transfer-Encoding: chunked~~zz~{}~ | 400",
                "a huge chunk        | Transfer-Encoding: chunked~~7fffffff~{}~ | 413",
                "a huge length       | Content-Length: 99999999999~~{} | 413",
                "a coded body        | Content-Encoding: gzip~Content-Length: 2~~{} | 400"
            })
    void isRefusedAsAProblem(String name, String rest, int status) throws IOException {
        String answer = exchange("POST /dispatch HTTP/1.1~Host: localhost~Content-Type: application/json~" + rest);
        assertThat(answer).startsWith("HTTP/1.1 " + status).contains("application/problem+json");
    }

    @Test
    void tooManyHeadersAreRefused() throws IOException {
        String answer = exchange("GET /health HTTP/1.1~Host: localhost~X-Long: " + "x".repeat(5000) + "~~");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "problems/bad-request");
    }

    @Test
    void anEndlessFirstLineIsRefused() throws IOException {
        String answer = exchange("GET /" + "x".repeat(20_000) + " HTTP/1.1~Host: localhost~~");
        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json", "problems/bad-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GE", "GET /health HTTP/1.1~Host: localhost~X-Slow: "})
    void whoSendsItsHeadTooSlowlyOrNothingAtAllIsCutOff(String beginning) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), runtime.port())) {
            socket.setSoTimeout(1);
            socket.getOutputStream().write(bytes(beginning));
            while (!isClosed(socket)) {
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
                Thread.sleep(100);
                if (!beginning.isEmpty()) {
                    socket.getOutputStream().write('x');
                }
            }
        } catch (SocketException ignored) {
            // Cut off while another byte was on its way.
        }
        assertThat(runtime.dispatch("{\"intent\":\"next\"}").statusCode()).isEqualTo(200);
    }

    private static boolean isClosed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException ignored) {
            return false;
        }
    }

    @Test
    void aLineOfNonsenseIsRefused() throws IOException {
        assertThat(exchange("nonsense~~")).startsWith("HTTP/1.1 4").contains("problems/bad-request");
    }

    @Test
    void whoSendsItsBodyTooSlowlyIsCutOff() throws IOException {
        long start = System.nanoTime();
        String answer = exchange(
                "POST /dispatch HTTP/1.1~Host: localhost~Content-Type: application/json~Content-Length: 100~~{");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
        assertThat(answer).doesNotContain("200");
        assertThat(runtime.dispatch("{\"intent\":\"next\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void whoHangsUpInTheMiddleHarmsNobody() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), runtime.port())) {
            socket.getOutputStream()
                    .write(bytes("POST /dispatch HTTP/1.1~Host: x~Content-Type: application/json~"
                            + "Content-Length: 100~~{"));
        }
        assertThat(runtime.dispatch("{\"intent\":\"next\"}").statusCode()).isEqualTo(200);
    }

    private static String exchange(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), runtime.port())) {
            socket.setSoTimeout(8000);
            socket.getOutputStream().write(bytes(request));
            socket.getOutputStream().flush();
            return readAnswer(socket.getInputStream());
        }
    }

    /** Until the server closes, or for as long as a body of a problem takes. */
    private static String readAnswer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        byte[] buffer = new byte[4096];
        int read = in.read(buffer);
        while (read > 0) {
            answer.append(new String(buffer, 0, read, StandardCharsets.ISO_8859_1));
            if (answer.indexOf("}") > 0) {
                break;
            }
            read = in.read(buffer);
        }
        return answer.toString();
    }

    /** A tilde stands for the end of a line. */
    private static byte[] bytes(String text) {
        return text.replace("~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
