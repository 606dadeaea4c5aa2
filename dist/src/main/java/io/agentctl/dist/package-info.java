/**
 * Makes what users install from what the other modules built: the same bytes from the same sources. Depends on the CLI
 * for its command model; nothing depends on it.
 */
package io.agentctl.dist;
