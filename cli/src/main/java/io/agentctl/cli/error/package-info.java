/** The command line's one error edge: from exceptions to messages and exit codes. May depend on picocli. */
package io.agentctl.cli.error;
