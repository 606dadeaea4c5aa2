/**
 * What IAM has to allow: for each use case of the catalogue the actions that it needs, to look and to change, as tables
 * that can be read; roles made of them; and the policies that follow for a project's names. Pure. A test runs every use
 * case against the sandbox and holds these tables to what was called.
 */
package io.agentctl.control.permission;
