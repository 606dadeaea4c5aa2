/** Commands, output and the composition root of the command line. May depend on the control plane. */
package io.agentctl.cli;
