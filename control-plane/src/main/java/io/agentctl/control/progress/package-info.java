/** How a use case tells its caller what it is doing. Depends on nothing. */
package io.agentctl.control.progress;
