/** The verbs of {@code sandbox}, which start the sandbox's process and talk to its admin endpoint. */
package io.agentctl.cli.sandbox;
