/** Where commands go, and why: project file, contexts and their precedence, from texts by pure functions. */
package io.agentctl.control.settings;
