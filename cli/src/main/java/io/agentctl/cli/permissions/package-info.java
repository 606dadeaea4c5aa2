/**
 * {@code agentctl config permissions}: which policy of IAM whoever runs commands needs. What a command may run is heard
 * of while it is made; what that needs is declared in {@code control.permission}. No AWS.
 */
package io.agentctl.cli.permissions;
