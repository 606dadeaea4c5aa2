/**
 * AWS Lambda: functions whose durations follow a model or measurements, and their metrics. May depend on the time,
 * account names, reproducible noise and the SDK's Lambda models.
 */
package io.agentctl.sandbox.lambda;
