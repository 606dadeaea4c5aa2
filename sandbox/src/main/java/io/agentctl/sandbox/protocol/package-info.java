/**
 * AWS wire protocols, read and written through the SDK's own descriptions of its model classes. Knows no service: what
 * an operation does is decided by the client it is invoked on. May depend on the SDK's core and Jackson only.
 */
package io.agentctl.sandbox.protocol;
