package io.agentctl.control.overview;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a dashboard: what was read last, and why it could not be read since, if so. Both may be there: what was
 * read stays while it cannot be read again.
 *
 * @param <T> what is read
 * @param value what was read last; absent if it never was
 * @param readAt when that was
 * @param failure why the last attempt failed, if it did
 */
public record Reading<T>(Optional<T> value, Optional<Instant> readAt, Optional<Failure> failure) {

    /**
     * Why a part could not be read.
     *
     * @param code what kind of failure it is
     * @param advice what to do about it; may be empty
     * @param since when the first of the failed attempts in a row was
     * @param at when the last was
     */
    public record Failure(ErrorCode code, String message, String advice, Instant since, Instant at) {}

    /** Nobody tried to read it. */
    public static <T> Reading<T> none() {
        return new Reading<>(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** It was read. */
    public static <T> Reading<T> of(T value, Instant at) {
        return new Reading<>(Optional.of(value), Optional.of(at), Optional.empty());
    }

    /** It could not be read. */
    public static <T> Reading<T> failed(AgentctlException why, Instant at) {
        Failure failure = new Failure(why.code(), why.getMessage(), why.advice(), at, at);
        return new Reading<>(Optional.empty(), Optional.empty(), Optional.of(failure));
    }

    /** This one with what was found out since: a failure leaves what was read before. */
    public Reading<T> then(Reading<T> newer) {
        if (newer.failure.isEmpty()) {
            return newer.value.isPresent() ? newer : this;
        }
        Failure last = newer.failure.get();
        Instant since = failure.map(Failure::since).orElse(last.since());
        return new Reading<>(
                value, readAt, Optional.of(new Failure(last.code(), last.message(), last.advice(), since, last.at())));
    }

    /** When somebody last tried to read it. */
    public Optional<Instant> triedAt() {
        return failure.map(Failure::at).or(() -> readAt);
    }

    /** Something of what was read. */
    public <R> Optional<R> get(Function<T, R> of) {
        return value.map(of);
    }
}
