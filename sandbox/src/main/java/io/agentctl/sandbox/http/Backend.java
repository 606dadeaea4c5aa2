package io.agentctl.sandbox.http;

import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.protocol.EmulatedService;
import io.agentctl.sandbox.table.TableEmulation;
import java.time.InstantSource;
import java.util.Map;

/**
 * What answers calls; replaced as a whole when a world is loaded.
 *
 * @param services the emulated services by signing name
 * @param dynamoDb DynamoDB, which speaks JSON as it comes
 * @param faults what goes wrong
 * @param clock the time that is written into the log
 * @param caller the ARN of who calls
 */
public record Backend(
        Map<String, EmulatedService> services,
        TableEmulation dynamoDb,
        Faults faults,
        InstantSource clock,
        String caller) {
    /** Copies. */
    public Backend {
        services = Map.copyOf(services);
    }
}
