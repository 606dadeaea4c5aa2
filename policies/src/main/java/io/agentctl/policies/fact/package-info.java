/** What rules can speak about: the facts of a request, with their types. Depends on document's value types alone. */
package io.agentctl.policies.fact;
