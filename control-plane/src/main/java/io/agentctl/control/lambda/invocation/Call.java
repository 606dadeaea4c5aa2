package io.agentctl.control.lambda.invocation;

import io.agentctl.control.race.LambdaSize;

/**
 * An invocation that is to be made.
 *
 * @param size that it runs at
 * @param alias by which it is made
 * @param version that the alias points at, which must be the one that runs
 * @param cold whether it is to start a new environment: such calls of one alias are made all at once
 * @param turn which of the size's payloads it carries, from 0
 */
public record Call(LambdaSize size, String alias, String version, boolean cold, int turn) {}
