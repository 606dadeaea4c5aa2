/**
 * Amazon ECS on Fargate, as a state that follows the simulated clock, and the SDK's client interface over it. May
 * depend on the simulation's time and workloads, the protocol's object tools, and the SDK's ECS models.
 */
package io.agentctl.sandbox.ecs;
