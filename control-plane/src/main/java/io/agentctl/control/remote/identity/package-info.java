/**
 * How a caller of a control plane shows who it is: by a request that it signs with its AWS credentials, by a token, or
 * by the session that followed. May depend on AWS clients' credentials.
 */
package io.agentctl.control.remote.identity;
