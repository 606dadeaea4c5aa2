/** What an image asks its own program by, since it has neither a shell nor curl. Depends on the JDK alone. */
package io.agentctl.health;
