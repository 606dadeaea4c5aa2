/** The shape of commands: verbs, the nouns that group them, and how they end. */
package io.agentctl.cli.command;
