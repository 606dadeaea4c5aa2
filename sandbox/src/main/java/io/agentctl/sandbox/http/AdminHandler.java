package io.agentctl.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.agentctl.sandbox.protocol.ByteSink;
import io.agentctl.sandbox.world.DurationReader;
import io.agentctl.sandbox.world.WorldFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The administration of the sandbox under {@code /_sandbox/}: JSON in, JSON out. */
final class AdminHandler implements HttpHandler {
    /** Where it is found. */
    static final String PATH = "/_sandbox/";

    private static final String CODE = "GET code/";
    private static final String JSON = "application/json";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final Administration sandbox;
    private final ObjectMapper mapper = new ObjectMapper();
    private final FaultsApi faults;

    AdminHandler(Administration sandbox) {
        this.sandbox = sandbox;
        this.faults = new FaultsApi(sandbox::faults, mapper);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        Request request = Request.read(exchange);
        String route = request.method() + " " + request.uri().getPath().substring(PATH.length());
        Exchanges.send(exchange, reply(request, route));
        if (route.equals("POST stop") && trusted(request)) {
            sandbox.stop();
        }
    }

    private Reply reply(Request request, String route) throws IOException {
        if (!trusted(request)) {
            return error(FORBIDDEN, "The sandbox is not administered from web pages.");
        }
        if (route.startsWith(CODE)) {
            Optional<byte[]> code = sandbox.code(route.substring(CODE.length()));
            return code.isPresent() ? archive(code.get()) : error(NOT_FOUND, "There is no such function.");
        }
        try {
            Object answer = answer(request, route);
            return answer == null
                    ? error(NOT_FOUND, "No such request: " + route)
                    : Reply.of(OK, JSON, mapper.writeValueAsString(answer) + "\n");
        } catch (WorldFormatException | IllegalArgumentException | JsonProcessingException e) {
            return error(BAD_REQUEST, e.getMessage());
        } catch (IllegalStateException e) {
            return error(SERVER_ERROR, e.getMessage());
        }
    }

    private static Reply archive(byte[] code) {
        ByteSink body = new ByteSink();
        body.write(code, 0, code.length);
        return new Reply(OK, Map.of("Content-Type", "application/zip"), body);
    }

    /** A page in a browser can send requests to loopback: it gives itself away by its origin or by its host name. */
    private static boolean trusted(Request request) {
        String host = request.header("Host").replaceFirst(":\\d+$", "");
        return request.header("Origin").isEmpty() && LOOPBACK.contains(host);
    }

    private Object answer(Request request, String route) throws IOException {
        return switch (route) {
            case "GET status", "GET " -> sandbox.status();
            case "POST stop" -> Map.of("stopping", true);
            case "POST reset" -> {
                sandbox.reset();
                yield sandbox.status();
            }
            case "POST load" -> load(request);
            case "GET faults" -> faults.list();
            case "POST faults" -> faults.add(request.body());
            case "DELETE faults" -> faults.clear();
            case "GET clock" -> clock();
            case "POST clock" -> advance(request);
            case "POST lambda" -> scale(request);
            case "GET calls" -> calls(request);
            case "DELETE calls" -> {
                sandbox.calls().clear();
                yield Map.of("calls", List.of());
            }
            default -> null;
        };
    }

    private Object load(Request request) {
        Map<String, String> parameters = Parameters.of(request.uri());
        String seed = parameters.get("seed");
        sandbox.load(
                new String(request.body(), StandardCharsets.UTF_8),
                Path.of(parameters.getOrDefault("directory", "")),
                seed == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(seed)));
        return sandbox.status();
    }

    private Object advance(Request request) throws IOException {
        String by = mapper.readTree(request.body()).path("advance").asText("");
        sandbox.advance(DurationReader.parse(by));
        return clock();
    }

    private Object scale(Request request) throws IOException {
        JsonNode scale = mapper.readTree(request.body()).path("timeScale");
        if (!scale.isNumber()) {
            throw new IllegalArgumentException("timeScale must be a number within 0..1");
        }
        sandbox.lambdaTimeScale(scale.asDouble());
        return sandbox.status();
    }

    private Object clock() {
        Duration offset = sandbox.clock().offset();
        return Map.of("now", sandbox.clock().instant().toString(), "clockOffsetMillis", offset.toMillis());
    }

    private Object calls(Request request) {
        Map<String, String> parameters = Parameters.of(request.uri());
        long since = Long.parseLong(parameters.getOrDefault("since", "0"));
        boolean mutatingOnly = Boolean.parseBoolean(parameters.getOrDefault("mutating", "false"));
        String service = parameters.getOrDefault("service", "");
        return Map.of(
                "calls",
                sandbox.calls().all().stream()
                        .filter(call -> call.sequence() > since)
                        .filter(call -> call.mutating() || !mutatingOnly)
                        .filter(call -> service.isEmpty() || service.equals(call.service()))
                        .map(AdminHandler::view)
                        .toList());
    }

    private static Map<String, Object> view(Call call) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("sequence", call.sequence());
        view.put("time", call.time().toString());
        view.put("service", call.service());
        view.put("operation", call.operation());
        view.put("mutating", call.mutating());
        view.put("resource", call.resource());
        view.put("parts", call.parts());
        view.put("status", call.status());
        view.put("faults", call.faults());
        view.put("userAgent", call.userAgent());
        return view;
    }

    private Reply error(int status, String message) throws IOException {
        return Reply.of(status, JSON, mapper.writeValueAsString(Map.of("error", message)) + "\n");
    }
}
