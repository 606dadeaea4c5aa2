/** The one exception type and its codes. Depends on nothing. */
package io.agentctl.control.error;
