package io.agentctl.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.cli.Commands.Outcome;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.json.JsonText;
import io.agentctl.control.json.RecordTree;
import java.util.List;

/**
 * What a command answered, without what differs whenever it is run.
 *
 * @param code how it ended
 * @param out what it printed
 * @param carried the use cases that it ran
 */
record Answer(int code, String out, List<Carried> carried) {

    /**
     * What is by nature another one each time, and what stands in its place.
     *
     * @param pattern what differs
     */
    private record Rule(String pattern, String instead) {}

    private static final List<Rule> BY_NATURE = List.of(
            new Rule("op-\\d{8}-\\d{6}-[0-9a-z]+", "op-…"),
            new Rule("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?Z", "(time)"),
            new Rule("\\bPT[0-9.]+(H[0-9.]+)?(M[0-9.]+)?S\\b", "(duration)"),
            new Rule("\\b[0-9a-f]{32}\\b", "(task)"),
            new Rule("ecs-svc/\\d+", "ecs-svc/…"),
            new Rule("@[\\w.-]+ \\(pid \\d+\\)", "@(process)"),
            new Rule("\"seed\" ?: ?\\d+", "\"seed\": …"),
            new Rule("\"fingerprint\" ?: ?\"[^\"]*\"", "\"fingerprint\": …"),
            // The control plane's own table: it notes every other second that it is alive.
            new Rule("\"items\" ?: ?\\d+,\\s*\"bytes\" ?: ?\\d+", "\"items\": …"),
            // A document inside a document is passed on as it is, and a number there may lose a superfluous digit.
            new Rule("(?<![\\d.])(\\d+)\\.0(?![\\d.])", "$1"));

    /**
     * A use case that was run.
     *
     * @param name in the catalogue
     * @param request as JSON
     * @param result as JSON
     */
    record Carried(String name, String request, String result) {

        static <Q, R> Carried of(NamedUseCase<Q, R> useCase, Q request, R result) {
            return new Carried(useCase.name(), settled(RecordTree.of(request)), settled(RecordTree.of(result)));
        }

        private static String settled(JsonNode tree) {
            return Answer.settled(JsonText.write(tree));
        }
    }

    /** Two worlds begun one after the other have measured other moments of the same course. */
    private static final String MEASURED = "\\d+\\.\\d+(E-?\\d+)?";

    static Answer of(Outcome outcome, List<Carried> carried) {
        return new Answer(outcome.code(), settled(outcome.out()), List.copyOf(carried));
    }

    /** Without measured figures. */
    Answer ofAWorldOfItsOwn() {
        return new Answer(
                code,
                unmeasured(out),
                carried.stream()
                        .map(one -> new Carried(one.name(), unmeasured(one.request()), unmeasured(one.result())))
                        .toList());
    }

    private static String unmeasured(String text) {
        return text.replaceAll(MEASURED, "(measured)");
    }

    static String settled(String text) {
        String settled = text;
        for (Rule rule : BY_NATURE) {
            settled = settled.replaceAll(rule.pattern(), rule.instead());
        }
        return settled;
    }
}
