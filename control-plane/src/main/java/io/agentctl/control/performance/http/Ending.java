package io.agentctl.control.performance.http;

import java.util.Optional;

/**
 * How a request ended.
 *
 * @param shot which one
 * @param at when, as {@link System#nanoTime} counts
 * @param answer what came back
 * @param failure why nothing did; empty if something did
 */
public record Ending(Shot shot, long at, Optional<Answer> answer, Optional<Failure> failure) {

    static Ending answered(Shot shot, long at, Answer answer) {
        return new Ending(shot, at, Optional.of(answer), Optional.empty());
    }

    static Ending failed(Shot shot, long at, Failure failure) {
        return new Ending(shot, at, Optional.empty(), Optional.of(failure));
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param firstByte when it began
     * @param bytes of it all
     * @param location where it redirects to; empty if it does not
     * @param body what it carried, where that is kept; else empty
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on once, never compared.
    public record Answer(int status, long firstByte, long bytes, String location, byte[] body) {}
}
