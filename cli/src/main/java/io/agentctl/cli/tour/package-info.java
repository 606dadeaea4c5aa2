/** The tour: the product shown by its own commands, in a sandbox of its own. Starts processes; knows no use case. */
package io.agentctl.cli.tour;
