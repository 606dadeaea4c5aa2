/** AWS STS: who is calling. May depend on the account's names and the SDK's STS models. */
package io.agentctl.sandbox.identity;
