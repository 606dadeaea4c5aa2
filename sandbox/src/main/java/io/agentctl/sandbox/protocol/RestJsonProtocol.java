package io.agentctl.sandbox.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.protocol.MarshallingKnownType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.PayloadTrait;

/**
 * AWS REST-JSON: members in the path, the query, headers and the status, the others in a JSON body, unless one member
 * is the whole body. Where each belongs, the SDK's descriptions say.
 *
 * @param route the operation that the request addresses
 * @param request what the request says outside its body
 */
public record RestJsonProtocol(RestRoute route, RestRequest request) implements WireProtocol {
    private static final ObjectMapper MAPPER = new ObjectMapper(new JsonFactory());
    private static final int NO_CONTENT = 204;

    /**
     * The protocol of the first route that a request matches.
     *
     * @param routes a service's routes
     * @param method the request's HTTP method
     * @param rawPath its path, still escaped
     * @param query its query's parameters, decoded
     * @param headers a header's value by its name
     * @return empty when no route matches
     */
    public static Optional<RestJsonProtocol> match(
            List<RestRoute> routes,
            String method,
            String rawPath,
            Map<String, List<String>> query,
            Function<String, Optional<String>> headers) {
        for (RestRoute route : routes) {
            Optional<Map<String, String>> labels = route.match(method, rawPath, query);
            if (labels.isPresent()) {
                return Optional.of(new RestJsonProtocol(route, new RestRequest(labels.get(), query, headers)));
            }
        }
        return Optional.empty();
    }

    /** The protocol in which a request is refused that no route matches. */
    public static RestJsonProtocol unmatched() {
        return new RestJsonProtocol(
                RestRoute.of("Unknown", "GET", "/"), new RestRequest(Map.of(), Map.of(), ignored -> Optional.empty()));
    }

    @Override
    public String contentType() {
        return "application/json";
    }

    @Override
    public SdkRequest readRequest(Operation operation, byte[] body) {
        SdkPojo builder = operation.newRequestBuilder();
        for (SdkField<?> field : builder.sdkFields()) {
            switch (field.location()) {
                case PATH, GREEDY_PATH -> set(field, builder, request.labels().get(field.locationName()));
                case HEADER ->
                    set(
                            field,
                            builder,
                            request.headers().apply(field.locationName()).orElse(null));
                case QUERY_PARAM -> setFromQuery(field, builder);
                case PAYLOAD, STATUS_CODE -> {
                    // The body is read as a whole, below; only answers have a status.
                }
            }
        }
        readBody(builder, body);
        return (SdkRequest) Pojos.build(builder);
    }

    private static void set(SdkField<?> field, SdkPojo builder, String text) {
        if (text != null) {
            field.set(builder, Scalars.parse(field, text));
        }
    }

    private void setFromQuery(SdkField<?> field, SdkPojo builder) {
        List<String> values = request.query().getOrDefault(field.locationName(), List.of());
        ListTrait list = field.getTrait(ListTrait.class);
        if (list != null && !values.isEmpty()) {
            SdkField<?> member = list.memberFieldInfo();
            field.set(
                    builder,
                    values.stream().map(text -> Scalars.parse(member, text)).toList());
        } else if (!values.isEmpty()) {
            set(field, builder, values.getLast());
        }
    }

    private static void readBody(SdkPojo builder, byte[] body) {
        if (body.length == 0) {
            return;
        }
        Optional<SdkField<?>> whole = payloadMember(builder);
        if (whole.isPresent() && isBlob(whole.get())) {
            whole.get().set(builder, SdkBytes.fromByteArrayUnsafe(body));
            return;
        }
        JsonNode node = parse(body);
        if (whole.isPresent()) {
            whole.get()
                    .set(
                            builder,
                            TreeReader.read(node, whole.get().constructor().get()));
        } else {
            TreeReader.readInto(node, builder, RestJsonProtocol::inBody);
        }
    }

    private static JsonNode parse(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            throw new MalformedRequestException("The body cannot be parsed: " + e.getMessage(), e);
        }
    }

    @Override
    public int status(SdkPojo response) {
        return membersAt(MarshallLocation.STATUS_CODE, response).values().stream()
                .map(Integer::valueOf)
                .findFirst()
                .orElse(route.status());
    }

    @Override
    public Map<String, String> headers(SdkPojo response) {
        return membersAt(MarshallLocation.HEADER, response);
    }

    private static Map<String, String> membersAt(MarshallLocation location, SdkPojo pojo) {
        Map<String, String> members = new LinkedHashMap<>();
        for (SdkField<?> field : pojo.sdkFields()) {
            Object value = Pojos.valueOf(field, pojo);
            if (field.location() == location && value != null) {
                members.put(field.locationName(), Scalars.format(field, value));
            }
        }
        return members;
    }

    @Override
    public void writeResponse(SdkPojo response, String operationName, String requestId, ByteSink body) {
        if (status(response) == NO_CONTENT) {
            return;
        }
        Optional<SdkField<?>> whole = payloadMember(response);
        if (whole.isPresent() && isBlob(whole.get())) {
            if (Pojos.valueOf(whole.get(), response) instanceof SdkBytes bytes) {
                body.write(bytes.asByteArrayUnsafe(), 0, bytes.asByteArrayUnsafe().length);
            }
            return;
        }
        SdkPojo written = whole.isPresent() ? (SdkPojo) Pojos.valueOf(whole.get(), response) : response;
        Predicate<SdkField<?>> members = whole.isPresent() ? ignored -> true : RestJsonProtocol::inBody;
        try (JsonGenerator generator = MAPPER.createGenerator(body)) {
            new TreeWriter(generator).write(written, members);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> errorHeaders(WireError error) {
        Map<String, String> headers = new LinkedHashMap<>(error.headers());
        headers.put("x-amzn-ErrorType", error.shape());
        return headers;
    }

    @Override
    public void writeError(WireError error, String requestId, ByteSink body) {
        try (JsonGenerator generator = MAPPER.createGenerator(body)) {
            generator.writeStartObject();
            generator.writeStringField("message", error.message());
            for (Map.Entry<String, String> member : error.members().entrySet()) {
                generator.writeStringField(member.getKey(), member.getValue());
            }
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean inBody(SdkField<?> field) {
        return field.location() == MarshallLocation.PAYLOAD;
    }

    private static Optional<SdkField<?>> payloadMember(SdkPojo pojo) {
        for (SdkField<?> field : pojo.sdkFields()) {
            if (field.containsTrait(PayloadTrait.class)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    private static boolean isBlob(SdkField<?> field) {
        return field.marshallingType().getKnownType() == MarshallingKnownType.SDK_BYTES;
    }
}
