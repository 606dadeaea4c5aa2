package io.agentctl.sandbox.http;

import io.agentctl.sandbox.fault.FaultKind;
import io.agentctl.sandbox.protocol.WireError;

/** The errors that any service can answer with, in the words that clients know. */
final class Refusals {
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int SERVER_ERROR = 500;

    private Refusals() {}

    static WireError of(FaultKind kind, Address address, String caller) {
        boolean query = address.protocol().contentType().equals("text/xml");
        return switch (kind) {
            case THROTTLE -> {
                String code = query ? "Throttling" : "ThrottlingException";
                yield new WireError(code, code, "Rate exceeded", BAD_REQUEST);
            }
            case SERVER_ERROR -> {
                String code = query ? "InternalFailure" : "ServerException";
                yield new WireError(code, code, "Service Unavailable. Please try again later.", SERVER_ERROR);
            }
            case EXPIRED_CREDENTIALS -> {
                String code = query ? "ExpiredToken" : "ExpiredTokenException";
                yield new WireError(
                        code,
                        code,
                        "The security token included in the request is expired",
                        query ? FORBIDDEN : BAD_REQUEST);
            }
            case ACCESS_DENIED -> {
                String code = query ? "AccessDenied" : "AccessDeniedException";
                String action = (address.service().equals("monitoring") ? "cloudwatch" : address.service()) + ":"
                        + address.operation();
                yield new WireError(
                        code,
                        code,
                        "User: " + caller + " is not authorized to perform: " + action,
                        query ? FORBIDDEN : BAD_REQUEST);
            }
            case LATENCY, LOST_RESPONSE -> throw new IllegalArgumentException(kind + " refuses nothing");
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
