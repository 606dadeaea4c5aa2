/**
 * Interactive rightsizing. What is shown and what keys do are functions of a state, a key or news, and a size;
 * {@code Workbench} alone has a terminal, threads and calls.
 */
package io.agentctl.cli.ecs.workbench;
