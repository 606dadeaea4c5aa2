/** Policies in DynamoDB: immutable versions, one head per environment, transactions, signatures, who enforces what. */
package io.agentctl.policies.store;
