package io.agentctl.sandbox.protocol;

import java.util.Objects;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * An error as it goes over the wire.
 *
 * @param shape the error's name in the service model, such as {@code InvalidParameterValueException}
 * @param code the code that Query answers carry, such as {@code InvalidParameterValue}; often the shape's name
 * @param message what went wrong
 * @param status the HTTP status, 400 to 599
 */
public record WireError(String shape, String code, String message, int status) {
    private static final int FIRST_SERVER_STATUS = 500;

    /** Validates. */
    public WireError {
        Objects.requireNonNull(shape, "shape");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("Not an error status: " + status);
        }
    }

    /** The error that an emulation threw, as the service would have sent it. */
    public static WireError of(AwsServiceException exception) {
        String code = exception.awsErrorDetails().errorCode();
        String simpleName = exception.getClass().getSimpleName();
        // A modelled error has a class of its own; anything else is thrown as the service's base exception.
        boolean modelled = simpleName.startsWith(code);
        return new WireError(
                modelled ? simpleName : code, code, exception.awsErrorDetails().errorMessage(), exception.statusCode());
    }

    /** Whether the service rather than the caller is at fault. */
    public boolean serverFault() {
        return status >= FIRST_SERVER_STATUS;
    }
}
