/**
 * What may be typed next, read from the command tree: for the interactive session, and as scripts for bash, zsh and
 * fish, which ask the program for the names of what there is.
 */
package io.agentctl.cli.completion;
