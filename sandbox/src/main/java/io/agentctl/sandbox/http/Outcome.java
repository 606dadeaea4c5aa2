package io.agentctl.sandbox.http;

import java.util.List;

/**
 * What came of a call, before anything is lost.
 *
 * @param reply the answer
 * @param resource what the call was about; may be empty
 * @param parts the kinds of parts of a transaction
 */
record Outcome(Reply reply, String resource, List<String> parts) {

    Outcome(Reply reply, String resource) {
        this(reply, resource, List.of());
    }
}
