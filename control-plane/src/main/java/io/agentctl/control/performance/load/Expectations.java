package io.agentctl.control.performance.load;

import com.fasterxml.jackson.core.JsonPointer;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.performance.http.Ending.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All checks on answers. Without one on the status, it must be 2xx.
 *
 * @param all none of which is for the same thing twice
 */
record Expectations(List<Expectation> all) {

    private static final String FORM =
            "An expectation looks like: status=200, status=2xx,404, body~some text," + " json:$.decision.outcome=allow";

    /**
     * Reads them.
     *
     * @throws AgentctlException BAD_DOCUMENT for one that is none
     */
    static Expectations parse(List<String> texts) {
        List<Expectation> read = texts.stream().map(Expectations::parse).toList();
        boolean status = read.stream().anyMatch(expectation -> expectation instanceof Expectation.Status);
        return new Expectations(
                status
                        ? read
                        : Stream.concat(Stream.of(parse("status=2xx")), read.stream())
                                .toList());
    }

    boolean needBodies() {
        return all.stream().anyMatch(Expectation::needsBody);
    }

    /** What an answer fails; nothing if all is well, as it nearly always is. */
    List<String> failedBy(Answer answer) {
        List<String> failed = List.of();
        for (Expectation expectation : all) {
            if (!expectation.holds(answer)) {
                failed = failed.isEmpty() ? new ArrayList<>() : failed;
                failed.add(expectation.text());
            }
        }
        return failed;
    }

    private static Expectation parse(String text) {
        if (text.startsWith("status=")) {
            List<String> statuses = List.of(text.substring("status=".length()).split(","));
            if (statuses.stream().allMatch(status -> status.matches("[1-5](\\d\\d|xx)"))) {
                return new Expectation.Status(text, statuses);
            }
        } else if (text.startsWith("body~") && text.length() > "body~".length()) {
            return new Expectation.Body(text, text.substring("body~".length()));
        } else if (text.startsWith("json:") && text.contains("=")) {
            int equals = text.indexOf('=');
            return new Expectation.Json(text, pointer(text, equals), text.substring(equals + 1));
        }
        throw new AgentctlException(ErrorCode.BAD_DOCUMENT, "'" + text + "' is no expectation", FORM);
    }

    /** {@code $.a.b[0]} is {@code /a/b/0} as a JSON pointer, which is taken as well. */
    private static JsonPointer pointer(String text, int equals) {
        String path = text.substring("json:".length(), equals).strip();
        String pointer = path.startsWith("$")
                ? path.substring(1).replace('.', '/').replace('[', '/').replace("]", "")
                : path;
        try {
            return JsonPointer.compile(pointer);
        } catch (IllegalArgumentException e) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "'" + path + "' is no place in JSON such as $.decision.outcome",
                    FORM,
                    null,
                    e);
        }
    }
}
