package io.agentctl.control.remote;

import io.agentctl.control.plan.Target;
import java.time.Duration;

/**
 * What a control plane says of itself.
 *
 * @param version of the program
 * @param schemaVersion of the documents that it speaks
 * @param target the account and region that it works on
 * @param clockOffset how far the time there is from the time of this world; other than zero in a sandbox
 */
public record About(String version, int schemaVersion, Target target, Duration clockOffset) {}
