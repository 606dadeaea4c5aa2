package io.agentctl.cli.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.burt.jmespath.Expression;
import io.burt.jmespath.function.FunctionCallException;
import io.burt.jmespath.jackson.JacksonRuntime;
import io.burt.jmespath.parser.ParseError;
import io.burt.jmespath.parser.ParseException;

/**
 * Prints only the part of a result that a JMESPath expression picks.
 *
 * @param expression compiled
 * @param printer prints what was picked
 */
record Query(Expression<JsonNode> expression, Printer printer) implements Printer {

    /**
     * Compiles an expression.
     *
     * @throws AgentctlException USAGE with the column of the first mistake
     */
    static Query compile(String text, Printer printer) {
        try {
            return new Query(new JacksonRuntime().compile(text), printer);
        } catch (ParseException e) {
            throw badQuery(text, e);
        }
    }

    @Override
    public void print(Document document) {
        JsonNode picked = search(document.tree().get());
        printer.print(new Document(() -> picked, "", page -> TreeText.layout(picked, page)));
    }

    private JsonNode search(JsonNode tree) {
        try {
            return expression.search(tree);
        } catch (FunctionCallException e) {
            throw new AgentctlException(
                    ErrorCode.USAGE,
                    "--query: " + e.getMessage(),
                    "See https://jmespath.org for the language.",
                    null,
                    e);
        }
    }

    private static AgentctlException badQuery(String text, ParseException cause) {
        ParseError first = cause.iterator().next();
        return new AgentctlException(
                ErrorCode.USAGE,
                "--query: " + first.message() + " at column " + (first.position() + 1) + " of '" + text + "'",
                "See https://jmespath.org for the language.",
                null,
                cause);
    }
}
