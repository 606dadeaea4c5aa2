/** {@code agentctl dashboard}. */
package io.agentctl.cli.dashboard;
