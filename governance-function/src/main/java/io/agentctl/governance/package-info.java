/** The policy engine as a Lambda function, for callers outside the runtime and for it. Depends on policies alone. */
package io.agentctl.governance;
