/** Results of loads in the table that a team shares. Depends on history and AWS. */
package io.agentctl.control.performance.shared;
