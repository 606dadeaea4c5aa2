package io.agentctl.runtime;

import com.sun.net.httpserver.HttpServer;
import io.agentctl.runtime.configuration.ConfigurationReader;
import io.agentctl.runtime.http.RuntimeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a JVM runs under {@code -XX:AOTCacheOutput}, so that a runtime started with that cache is ready sooner: policies
 * of files and of a table that is empty, dispatches of every outcome, health and metrics. Talks to nobody but itself.
 *
 * <pre>
 * java @agentctl-runtime-service.options -XX:AOTCacheOutput=runtime.aot \
 *     -cp agentctl-runtime-service.jar io.agentctl.runtime.AotTraining
 * java @agentctl-runtime-service.options -XX:AOTCache=runtime.aot \
 *     -jar agentctl-runtime-service.jar --config runtime.yaml
 * </pre>
 *
 * <p>The cache serves the same JDK under the same options and with the same jars (path, size and time) alone: an image
 * trains it where it is built. With any other the JVM starts without, as fast as if there were none. {@code agentctl
 * serve runtime} has one trained beside the first runtime that it starts.
 */
public final class AotTraining {

    private static final int ROUNDS = 200;

    private static final String LOOPBACK = "127.0.0.1";
    private static final String POLICY =
            """
            apiVersion: agentctl.io/v1
            kind: Policy
            metadata: {id: training, owner: nobody, description: For the training of the cache.}
            spec:
              parameters:
                cap: {type: int, default: 8000}
              rules:
                - id: cap
                  when: has(context.max_tokens) && context.max_tokens > parameters.cap
                  effect: deny
                  message: too many tokens
                - id: words
                  when: has(context.prompt) && context.prompt.contains("forbidden")
                  effect: deny
                  messageExpression: '"not allowed: " + context.prompt'
                - id: tools
                  when: has(context.tools) && !context.tools.all(tool, tool in ["search", "mail"])
                  effect: deny
                  message: an unknown tool
                - id: usual
                  when: request.hour >= 0
                  effect: allow
              redact: [/context/prompt]
            """;

    private AotTraining() {}

    /** Trains, and ends. */
    public static void main(String[] arguments) throws IOException {
        // An AWS client looks for credentials here first; what is called takes any.
        System.setProperty("aws.accessKeyId", "training");
        System.setProperty("aws.secretAccessKey", "training");
        RuntimeServer.quicken();
        Path folder = Files.createTempDirectory("agentctl-training");
        Path policy = Files.writeString(folder.resolve("training.yaml"), POLICY);
        train(
                """
                server: {port: 0, notice: 0ms}
                policies: {files: ["%s"]}
                telemetry: {accessLog: all, decisionLog: all}
                """
                        .formatted(policy));
        Files.delete(policy);
        Files.delete(folder);
        HttpServer table = emptyTable();
        train(
                """
                server: {port: 0, notice: 0ms}
                aws: {region: us-east-1, endpoint: "http://%s:%d"}
                """
                        .formatted(LOOPBACK, table.getAddress().getPort()));
        table.stop(0);
    }

    /** Answers as DynamoDB does where there is nothing. */
    private static HttpServer emptyTable() throws IOException {
        HttpServer table = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        table.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        table.start();
        return table;
    }

    private static void train(String configuration) throws IOException {
        try (RuntimeService service = RuntimeService.start(
                        ConfigurationReader.read("training", configuration),
                        NamedFiles.NONE,
                        OutputStream.nullOutputStream());
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), service.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                post(
                        socket,
                        "{\"intent\":\"train\",\"context\":{\"max_tokens\":" + 100 * round + ",\"tenant\":\"t\"}}");
                post(socket, "{\"intent\":\"train\",\"context\":{\"prompt\":\"forbidden\",\"agent_id\":\"a\"}}");
                post(socket, "{\"intent\":\"train\",\"context\":{\"tools\":[\"search\"],\"temperature\":0.5}}");
                post(socket, "{\"intent\":7}");
                get(socket, round % 2 == 0 ? "/health" : "/metrics");
            }
        }
    }

    private static void post(Socket socket, String body) throws IOException {
        send(
                socket,
                "POST /dispatch HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(LOOPBACK, body.length(), body));
    }

    private static void get(Socket socket, String path) throws IOException {
        send(socket, "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(path, LOOPBACK));
    }

    /** Sends a request and reads its answer to the end. */
    private static void send(Socket socket, String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        InputStream in = socket.getInputStream();
        int length = 0;
        String line = readLine(in);
        while (!line.isEmpty()) {
            if (line.regionMatches(true, 0, "content-length:", 0, "content-length:".length())) {
                length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
            }
            line = readLine(in);
        }
        in.readNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next != '\n' && next >= 0) {
            if (next != '\r') {
                line.append((char) next);
            }
            next = in.read();
        }
        return line.toString();
    }
}
