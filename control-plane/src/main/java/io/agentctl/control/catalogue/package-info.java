/**
 * Every use case that works on a place, by the name under which a control plane offers it: what it is asked, what it
 * answers, whether it changes anything, and how it is made from the place's parts. Command line and control plane make
 * their use cases from here and nowhere else.
 */
package io.agentctl.control.catalogue;
