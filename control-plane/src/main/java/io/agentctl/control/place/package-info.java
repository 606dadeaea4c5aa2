/**
 * One place of AWS as the settings describe it: where it is and how to behave there
 * ({@link io.agentctl.control.place.Place}), and the parts that talk to it ({@link io.agentctl.control.place.Cloud}),
 * made by hand. It may depend on every capability; none depends on it.
 */
package io.agentctl.control.place;
