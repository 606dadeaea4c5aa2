/** Plans on the command line: shown, confirmed, applied. */
package io.agentctl.cli.plan;
