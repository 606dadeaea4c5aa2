/**
 * ECS services: observed as records, listed, and changed by actions that can be carried out again and put back. Its
 * gateways alone talk to ECS and Application Auto Scaling.
 */
package io.agentctl.control.ecs;
