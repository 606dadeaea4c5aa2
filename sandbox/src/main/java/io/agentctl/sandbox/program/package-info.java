/**
 * Programs that containers of standalone tasks run, as processes beside the sandbox. It knows them as command lines by
 * the names of images, and nothing else of them. Depends on the JDK alone.
 */
package io.agentctl.sandbox.program;
