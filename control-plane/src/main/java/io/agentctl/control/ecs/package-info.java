/**
 * ECS services: observed as records, listed, and changed by actions that can be carried out again and put back. Its
 * gateways alone talk to ECS.
 */
package io.agentctl.control.ecs;
