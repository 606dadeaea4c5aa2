/** {@code agentctl console}: the way into the console of a control plane. */
package io.agentctl.cli.console;
