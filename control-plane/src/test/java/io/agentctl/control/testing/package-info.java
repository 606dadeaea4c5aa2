/**
 * What tests of several packages share: a DynamoDB on loopback, and the harness that kills a process at every boundary
 * of an operation. Depends on the journal package and the SDK.
 */
package io.agentctl.control.testing;
