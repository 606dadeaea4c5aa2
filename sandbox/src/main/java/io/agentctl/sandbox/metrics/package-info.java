/**
 * Amazon CloudWatch metrics: the utilization of the simulated services, and whatever is put. May depend on the
 * simulated ECS state, time and workloads, and the SDK's CloudWatch models.
 */
package io.agentctl.sandbox.metrics;
