/** Pages of HTML that need nothing else: text made safe, axes of drawings, one style. Depends on nothing. */
package io.agentctl.control.html;
