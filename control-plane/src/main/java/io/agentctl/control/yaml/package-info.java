/** YAML files whose keys are all known and whose mistakes are told with line and column. Depends on errors alone. */
package io.agentctl.control.yaml;
