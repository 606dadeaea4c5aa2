/** ECS services on the command line: what runs, its right size, and changes to it. */
package io.agentctl.cli.ecs;
