/**
 * What screens on a terminal share: the terminal itself, lent or opened, keys, and what is redrawn. The only package
 * besides {@code shell} that loads JLine's terminals; nothing in it is loaded unless a screen is opened.
 */
package io.agentctl.cli.screen;
