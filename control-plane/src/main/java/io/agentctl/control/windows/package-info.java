/**
 * Scale-to-zero windows: the file that says when services sleep, and what that means for one service at one instant.
 * Depends on {@code calendar} for times; {@code run} brings services to it, {@code state} remembers what they were.
 */
package io.agentctl.control.windows;
