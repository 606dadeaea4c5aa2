/** What would be changed, as data: plans, changes, money, risk, and the fingerprint of what was observed. */
package io.agentctl.control.plan;
