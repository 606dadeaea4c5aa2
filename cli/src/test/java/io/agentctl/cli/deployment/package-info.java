/** What {@code dist/} has run at its times, held to the command tree. Depends on the command line alone. */
package io.agentctl.cli.deployment;
