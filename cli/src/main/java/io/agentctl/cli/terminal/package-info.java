/** What there is besides results: progress, questions and Ctrl-C. The only package that knows a terminal. */
package io.agentctl.cli.terminal;
