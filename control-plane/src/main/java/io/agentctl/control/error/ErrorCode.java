package io.agentctl.control.error;

/** Every way in which the product fails, with the exit code and the HTTP status that it means. */
public enum ErrorCode {
    FAILED(1, 500),
    CONFLICT(1, 409),
    STALE_PLAN(1, 409),
    NOT_FOUND(1, 404),
    VERDICT_NO(3, 422),
    ROLLED_BACK(4, 409),
    STILL_RUNNING(5, 202),
    USAGE(64, 400),
    METHOD_NOT_ALLOWED(64, 405),
    BAD_DOCUMENT(65, 422),
    UNREACHABLE(69, 502),
    BUG(70, 500),
    THROTTLED(75, 429),
    NOT_ALLOWED(77, 403),
    READ_ONLY(77, 403),
    /** No credentials, or expired ones: passes once somebody signs in, unlike {@link #NOT_ALLOWED}. */
    NOT_SIGNED_IN(77, 401),
    BAD_CONFIGURATION(78, 500),
    INTERRUPTED(130, 499);

    private final int exitCode;
    private final int httpStatus;

    ErrorCode(int exitCode, int httpStatus) {
        this.exitCode = exitCode;
        this.httpStatus = httpStatus;
    }

    /** The process exit code, from the table in the README. */
    public int exitCode() {
        return exitCode;
    }

    /** The HTTP status with which a service answers. */
    public int httpStatus() {
        return httpStatus;
    }
}
