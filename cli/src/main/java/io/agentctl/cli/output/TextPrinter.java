package io.agentctl.cli.output;

import io.agentctl.cli.option.OutputFormat;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.PrintWriter;
import java.util.function.Supplier;

/**
 * A format that only some results have.
 *
 * @param out where to
 * @param format which
 */
record TextPrinter(PrintWriter out, OutputFormat format) implements Printer {

    @Override
    public void print(Document document) {
        Supplier<String> text = document.texts().get(format);
        if (text == null) {
            throw new AgentctlException(
                    ErrorCode.USAGE, "there is no -o " + format + " of this result", "Use -o json or -o table.");
        }
        out.print(text.get());
    }
}
