/** {@code agentctl windows}: scale-to-zero windows checked, previewed, applied and overridden for a while. */
package io.agentctl.cli.windows;
