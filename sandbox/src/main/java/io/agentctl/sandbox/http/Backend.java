package io.agentctl.sandbox.http;

import io.agentctl.sandbox.dynamodb.DynamoDb;
import io.agentctl.sandbox.fault.Faults;
import io.agentctl.sandbox.protocol.EmulatedService;
import java.time.InstantSource;
import java.util.Map;

/**
 * What answers calls; replaced as a whole when a world is loaded.
 *
 * @param services the emulated services by signing name
 * @param dynamoDb the one that calls are passed on to
 * @param faults what goes wrong
 * @param clock the time that is written into the log
 * @param caller the ARN of who calls
 */
public record Backend(
        Map<String, EmulatedService> services, DynamoDb dynamoDb, Faults faults, InstantSource clock, String caller) {
    /** Copies. */
    public Backend {
        services = Map.copyOf(services);
    }
}
