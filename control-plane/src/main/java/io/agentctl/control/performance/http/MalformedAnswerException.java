package io.agentctl.control.performance.http;

import java.io.IOException;

/** An answer that is not HTTP/1.1. */
final class MalformedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    MalformedAnswerException(String message) {
        super(message);
    }
}
