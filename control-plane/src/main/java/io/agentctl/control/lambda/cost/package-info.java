/**
 * What functions cost: computed from their metrics and prices, or as Cost Explorer bills it, and what they would save
 * at the sizes that sweeps advised. What is computed is a pure function of what was read.
 */
package io.agentctl.control.lambda.cost;
