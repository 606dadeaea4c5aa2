/** The verbs of {@code config}. May depend on settings and output. */
package io.agentctl.cli.config;
