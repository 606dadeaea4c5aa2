/** What an instance does again and again as long as it lives. Depends on nothing of the control plane. */
package io.agentctl.plane.loop;
