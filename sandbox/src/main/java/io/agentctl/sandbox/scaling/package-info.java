/**
 * Application Auto Scaling for ECS services: bounds, target tracking and scheduled actions, on the simulated clock. May
 * depend on the simulated ECS state, time and workloads, and the SDK's models.
 */
package io.agentctl.sandbox.scaling;
