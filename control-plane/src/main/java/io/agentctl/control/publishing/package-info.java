/**
 * Policies published, activated, tried, rolled back and looked at: plans over the store in the policies module, applied
 * as operations. Depends on the store; only the signer talks to KMS.
 */
package io.agentctl.control.publishing;
