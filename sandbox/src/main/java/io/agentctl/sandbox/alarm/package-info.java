/**
 * CloudWatch's alarms: defined, evaluated on the sandbox's clock by the rules of alarm-evaluation, with their history,
 * actions and tags. May depend on the metrics, time, alarm-evaluation, and the SDK's CloudWatch models.
 */
package io.agentctl.sandbox.alarm;
