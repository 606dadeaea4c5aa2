/** {@code agentctl cost}: what everything costs in one table, as a page, Markdown and HTML. */
package io.agentctl.cli.cost;
