package io.agentctl.sandbox.http;

import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.protocol.QueryProtocol;
import io.agentctl.sandbox.protocol.RestJsonProtocol;
import io.agentctl.sandbox.protocol.TreeProtocol;
import io.agentctl.sandbox.protocol.WireError;
import io.agentctl.sandbox.protocol.WireProtocol;
import java.util.Map;

/** The errors that any service can answer with, in the words that clients know. */
final class Refusals {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private Refusals() {}

    /** The protocols' habits: whether codes end in Exception, and which statuses go with them. */
    private enum Dialect {
        JSON,
        QUERY,
        REST;

        static Dialect of(WireProtocol protocol) {
            return switch (protocol) {
                case TreeProtocol ignored -> JSON;
                case QueryProtocol ignored -> QUERY;
                case RestJsonProtocol ignored -> REST;
            };
        }
    }

    static WireError of(FaultKind kind, Address address, String caller) {
        Dialect dialect = Dialect.of(address.protocol());
        return switch (kind) {
            case THROTTLE, REQUEST_RATES -> throttled(dialect);
            case SERVER_ERROR -> serverError(dialect);
            case EXPIRED_CREDENTIALS ->
                error(
                        dialect == Dialect.QUERY ? "ExpiredToken" : "ExpiredTokenException",
                        "The security token included in the request is expired",
                        dialect == Dialect.JSON ? BAD_REQUEST : FORBIDDEN);
            case ACCESS_DENIED ->
                error(
                        dialect == Dialect.QUERY ? "AccessDenied" : "AccessDeniedException",
                        "User: " + caller + " is not authorized to perform: " + action(address),
                        dialect == Dialect.JSON ? BAD_REQUEST : FORBIDDEN);
            case LATENCY, LOST_RESPONSE -> throw new IllegalArgumentException(kind + " refuses nothing");
        };
    }

    private static WireError throttled(Dialect dialect) {
        String message = "Rate exceeded";
        return switch (dialect) {
            case JSON -> error("ThrottlingException", message, BAD_REQUEST);
            case QUERY -> error("Throttling", message, BAD_REQUEST);
            // Lambda's; the reason tells it from refusals that are results of load.
            case REST -> {
                String code = "TooManyRequestsException";
                Map<String, String> reason = Map.of("Reason", "CallerRateLimitExceeded", "Type", "User");
                yield new WireError(code, code, message, TOO_MANY_REQUESTS, reason, Map.of());
            }
        };
    }

    private static WireError serverError(Dialect dialect) {
        String code =
                switch (dialect) {
                    case JSON -> "ServerException";
                    case QUERY -> "InternalFailure";
                    case REST -> "ServiceException";
                };
        return error(code, "Service Unavailable. Please try again later.", SERVER_ERROR);
    }

    private static WireError error(String code, String message, int status) {
        return new WireError(code, code, message, status);
    }

    /** The permission that an operation needs, as policies name it. */
    private static String action(Address address) {
        String operation = address.service() + ":" + address.operation();
        return switch (operation) {
            case "lambda:Invoke" -> "lambda:InvokeFunction";
            case "sqs:SendMessageBatch" -> "sqs:SendMessage";
            default -> operation.replaceFirst("^monitoring:", "cloudwatch:");
        };
    }

    static WireError broken(RuntimeException e) {
        return new WireError("InternalServerError", "InternalFailure", "The sandbox failed: " + e, SERVER_ERROR);
    }

    static WireError malformed(String message) {
        return new WireError("SerializationException", "MalformedInput", message, BAD_REQUEST);
    }

    static WireError unknownOperation(Address address) {
        return new WireError(
                "UnknownOperationException",
                "InvalidAction",
                "The sandbox does not emulate " + address.service() + ":" + address.operation(),
                BAD_REQUEST);
    }
}
