/** Starting a project: its first agentctl.yaml. */
package io.agentctl.cli.init;
