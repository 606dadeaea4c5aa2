/**
 * Amazon CloudWatch as its clients see it: the SDK's client interface over metrics, alarms and dashboards, which are
 * packages of their own. Depends on these and the SDK's CloudWatch models.
 */
package io.agentctl.sandbox.cloudwatch;
