/** The {@code ops} commands: what was done, and how it is put back or finished. Depends on the journal's use cases. */
package io.agentctl.cli.ops;
