/**
 * Functions invoked to be measured: payloads, calls side by side, and what the reports say. Depends on {@code aws},
 * {@code error}, {@code progress} and {@code race}.
 */
package io.agentctl.control.lambda.invocation;
