/**
 * Operations written down before they act, so that they can be undone or finished after a crash. Depends on the plan
 * package; the DynamoDB implementation alone touches the AWS SDK.
 */
package io.agentctl.control.journal;
