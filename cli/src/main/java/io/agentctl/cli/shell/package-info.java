/**
 * The interactive session: lines read with completion, history and help, and run as the program's own commands. What
 * lines mean, may become and look like are functions; only {@link io.agentctl.cli.shell.TerminalDesk} and what it makes
 * know JLine, and it is not loaded where there is no terminal. May depend on picocli's model of the commands.
 */
package io.agentctl.cli.shell;
