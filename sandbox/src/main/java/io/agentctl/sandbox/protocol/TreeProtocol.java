package io.agentctl.sandbox.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;

/** AWS JSON 1.0 and 1.1, and RPC v2 over CBOR: the same tree in two encodings. */
public final class TreeProtocol implements WireProtocol {
    private final String contentType;
    private final ObjectMapper mapper;

    private TreeProtocol(String contentType, JsonFactory factory) {
        this.contentType = contentType;
        this.mapper = new ObjectMapper(factory);
    }

    /** AWS JSON 1.0 ({@code application/x-amz-json-1.0}). */
    public static TreeProtocol json10() {
        return new TreeProtocol("application/x-amz-json-1.0", new JsonFactory());
    }

    /** AWS JSON 1.1 ({@code application/x-amz-json-1.1}). */
    public static TreeProtocol json11() {
        return new TreeProtocol("application/x-amz-json-1.1", new JsonFactory());
    }

    /** Smithy RPC v2 over CBOR ({@code application/cbor}). */
    public static TreeProtocol cbor() {
        return new TreeProtocol("application/cbor", new CBORFactory());
    }

    @Override
    public String contentType() {
        return contentType;
    }

    @Override
    public SdkRequest readRequest(Operation operation, byte[] body) {
        try {
            JsonNode node = body.length == 0 ? mapper.createObjectNode() : mapper.readTree(body);
            return (SdkRequest) TreeReader.read(node, operation.newRequestBuilder());
        } catch (IOException e) {
            throw new MalformedRequestException("The body cannot be parsed: " + e.getMessage(), e);
        }
    }

    @Override
    public void writeResponse(SdkPojo response, String operationName, String requestId, ByteSink body) {
        try (JsonGenerator generator = mapper.createGenerator(body)) {
            new TreeWriter(generator).write(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void writeError(WireError error, String requestId, ByteSink body) {
        try (JsonGenerator generator = mapper.createGenerator(body)) {
            generator.writeStartObject();
            generator.writeStringField("__type", error.shape());
            generator.writeStringField("message", error.message());
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
