package io.agentctl.sandbox.lambda;

import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * What running code left.
 *
 * @param payload what it answered, also where that is an error; empty where no code ran
 * @param errorType what its error is called
 * @param errorMessage what its error says
 * @param exited whether its process is gone
 * @param log what it wrote; empty, or whole lines
 */
record CodeOutput(Optional<SdkBytes> payload, String errorType, String errorMessage, boolean exited, String log) {
    /** No code ran: an error is one that the world has. */
    static final CodeOutput NONE =
            new CodeOutput(Optional.empty(), "SimulatedError", "The function failed, as the world has it.", false, "");
}
