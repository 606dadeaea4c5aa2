package io.agentctl.sandbox.lambda;

/**
 * What was in force for a function's traffic from a minute on.
 *
 * @param memory MB
 * @param provisioned how many environments were kept ready
 * @param limit how many invocations could run at once
 */
record FunctionEra(int memory, int provisioned, int limit) {}
