/**
 * Who calls: by an AWS identity that proves itself with a presigned request, by a bearer token, or by the session that
 * followed one of those. Knows nothing of HTTP servers; it is given texts of headers and gives back a caller.
 */
package io.agentctl.plane.identity;
