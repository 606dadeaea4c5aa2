/** What stands for a text: by it, equal texts are known without being kept. */
package io.agentctl.control.digest;
