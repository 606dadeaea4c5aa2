/**
 * What Application Auto Scaling moves within which bounds: the counts of ECS services, the capacity of tables and their
 * indexes. Its gateway alone talks to Application Auto Scaling.
 */
package io.agentctl.control.scaling;
