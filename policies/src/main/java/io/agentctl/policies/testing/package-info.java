/** Tests of policies: runs cases, measures coverage, moves operators and thresholds. Depends on engine. */
package io.agentctl.policies.testing;
