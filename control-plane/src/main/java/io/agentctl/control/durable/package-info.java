/**
 * Files that survive the death of who writes them, and a lock for those who share a directory. Depends on errors alone.
 */
package io.agentctl.control.durable;
