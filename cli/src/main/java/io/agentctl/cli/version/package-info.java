/**
 * {@code agentctl version}: which version this is, on what it runs, and which one is newest where that is asked for.
 */
package io.agentctl.cli.version;
