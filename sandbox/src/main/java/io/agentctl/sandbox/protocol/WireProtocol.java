package io.agentctl.sandbox.protocol;

import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** One of AWS's wire protocols: reads requests into the SDK's classes and writes the SDK's classes as answers. */
public sealed interface WireProtocol permits TreeProtocol, QueryProtocol, RestJsonProtocol {
    /** The HTTP status of success where an answer does not choose its own. */
    int OK = 200;

    /** The media type of this protocol's answers. */
    String contentType();

    /**
     * Reads a request.
     *
     * @param operation the operation that was addressed
     * @param body the request's body, already decompressed
     * @throws MalformedRequestException when the body does not fit the operation's shape
     */
    SdkRequest readRequest(Operation operation, byte[] body);

    /**
     * Writes an answer.
     *
     * @param response the SDK response object
     * @param operationName the operation's name
     * @param requestId the id that the answer carries
     * @param body where to write
     */
    void writeResponse(SdkPojo response, String operationName, String requestId, ByteSink body);

    /** The HTTP status of an answer. */
    default int status(SdkPojo response) {
        return OK;
    }

    /** The headers that carry members of an answer. */
    default Map<String, String> headers(SdkPojo response) {
        return Map.of();
    }

    /** The headers that tell which error it is. */
    default Map<String, String> errorHeaders(WireError error) {
        return Map.of("x-amzn-query-error", error.code() + (error.serverFault() ? ";Receiver" : ";Sender"));
    }

    /** Writes an error in the protocol's own form. */
    void writeError(WireError error, String requestId, ByteSink body);
}
