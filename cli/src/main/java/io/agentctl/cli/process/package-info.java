/** Other programs of the product as processes: started beside the terminal, found again, stopped. Depends on error. */
package io.agentctl.cli.process;
