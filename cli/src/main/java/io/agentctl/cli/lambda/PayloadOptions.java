package io.agentctl.cli.lambda;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.invocation.Payloads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a function is invoked with. */
public final class PayloadOptions {

    @Option(names = "--payload", paramLabel = "FILE", description = "JSON to invoke with; default: {}.")
    private Path payload;

    @Option(
            names = "--payloads",
            paramLabel = "FILE",
            description = "Several, by weight: [{\"payload\": …, \"weight\": 3}, …].")
    private Path payloads;

    /**
     * The payloads.
     *
     * @throws AgentctlException USAGE, BAD_DOCUMENT, or NOT_FOUND for a file that is not there
     */
    Payloads read() {
        if (payload != null && payloads != null) {
            throw new AgentctlException(ErrorCode.USAGE, "choose one of --payload and --payloads", "");
        }
        if (payload != null) {
            return Payloads.same(payload.toString(), text(payload));
        }
        return payloads == null ? Payloads.none() : Payloads.weighted(payloads.toString(), text(payloads));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, "cannot read " + file + ": " + unreadable, "", null, unreadable);
        }
    }
}
