/** The options that every command has, and the texts that become durations, sizes and money. May depend on picocli. */
package io.agentctl.cli.option;
