/** {@code agentctl perf}: load made, judged and reported. */
package io.agentctl.cli.perf;
