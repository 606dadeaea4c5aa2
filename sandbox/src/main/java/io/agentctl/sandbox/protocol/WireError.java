package io.agentctl.sandbox.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.protocol.MarshallLocation;

/**
 * An error as it goes over the wire.
 *
 * @param shape the error's name in the service model, such as {@code InvalidParameterValueException}
 * @param code the code that Query answers carry, such as {@code InvalidParameterValue}; often the shape's name
 * @param message what went wrong
 * @param status the HTTP status, 400 to 599
 * @param members further members that the model gives the error, by their names
 * @param headers members that are sent as headers
 */
public record WireError(
        String shape,
        String code,
        String message,
        int status,
        Map<String, String> members,
        Map<String, String> headers) {
    private static final int FIRST_SERVER_STATUS = 500;

    /** Validates and copies. */
    public WireError {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        members = Map.copyOf(members);
        headers = Map.copyOf(headers);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an error status: " + status);
        }
    }

    /** An error whose model has no more than a message. */
    public WireError(String shape, String code, String message, int status) {
        this(shape, code, message, status, Map.of(), Map.of());
    }

    /**
     * The error that an emulation threw, as the service would have sent it.
     *
     * @param exception what was thrown
     * @param shapes names in the service model by code, where neither is made from the other by the SDK's rules
     */
    public static WireError of(AwsServiceException exception, Map<String, String> shapes) {
        String code = exception.awsErrorDetails().errorCode();
        String simpleName = exception.getClass().getSimpleName();
        // A modelled error has a class of its own; anything else is thrown as the service's base exception.
        String usual = simpleName.startsWith(code) ? simpleName : code;
        return new WireError(
                shapes.getOrDefault(code, usual),
                code,
                exception.awsErrorDetails().errorMessage(),
                exception.statusCode(),
                texts(exception, MarshallLocation.PAYLOAD),
                texts(exception, MarshallLocation.HEADER));
    }

    private static Map<String, String> texts(AwsServiceException exception, MarshallLocation location) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (SdkField<?> field : exception.sdkFields()) {
            if (field.location() == location && Pojos.valueOf(field, exception) instanceof String text) {
                texts.put(field.locationName(), text);
            }
        }
        return texts;
    }

    /** Whether the service rather than the caller is at fault. */
    public boolean serverFault() {
        return status >= FIRST_SERVER_STATUS;
    }
}
