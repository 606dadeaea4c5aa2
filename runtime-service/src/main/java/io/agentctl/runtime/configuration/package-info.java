/** What an operator sets, read from YAML by a pure function. Depends on nothing of ours. */
package io.agentctl.runtime.configuration;
