package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.plane.identity.SignIn;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;

/** Writes answers: results as JSON, failures as problem documents (RFC 9457). */
final class Answers {

    private static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";
    private static final String TYPES = "https://agentctl.io/problems/";

    private Answers() {}

    static void json(ServerResponse response, int status, JsonNode tree) {
        send(response, status, JSON, tree);
    }

    static void record(ServerResponse response, int status, Record result) {
        json(response, status, RecordTree.of(result));
    }

    static void problem(ServerResponse response, AgentctlException failure) {
        if (failure.code() == ErrorCode.NOT_SIGNED_IN) {
            response.header(HeaderNames.WWW_AUTHENTICATE, SignIn.AWS + ", " + SignIn.BEARER + ", " + SignIn.SESSION);
        }
        if (failure.code() == ErrorCode.THROTTLED) {
            response.header(HeaderNames.RETRY_AFTER, "1");
        }
        int status = failure.code().httpStatus();
        send(response, status, PROBLEM, tree(failure, status));
    }

    /** The failure as people read it, and as the caller's side turns it into the same exception again. */
    static JsonNode tree(AgentctlException failure, int status) {
        ObjectNode problem = JsonNodeFactory.instance.objectNode();
        String code = RecordTree.word(failure.code());
        problem.put("type", TYPES + code);
        problem.put("title", code.replace('-', ' '));
        problem.put("status", status);
        problem.put("detail", failure.getMessage());
        problem.set("failure", RecordTree.of(RunFailure.of(failure)));
        return problem;
    }

    static byte[] bytes(JsonNode tree) {
        return JsonText.write(tree).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(ServerResponse response, int status, String type, JsonNode tree) {
        response.status(Status.create(status));
        response.header(HeaderNames.CONTENT_TYPE, type);
        response.header(HeaderNames.CACHE_CONTROL, "no-store");
        response.send(bytes(tree));
    }
}
