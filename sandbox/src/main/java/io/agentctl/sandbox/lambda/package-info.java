/**
 * AWS Lambda: functions whose durations follow a model, and their invocations. May depend on the simulation's time,
 * account names, reproducible noise and the SDK's Lambda models.
 */
package io.agentctl.sandbox.lambda;
