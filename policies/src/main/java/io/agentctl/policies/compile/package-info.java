/** From documents to checked programs, with every finding of meaning. Depends on document and fact. */
package io.agentctl.policies.compile;
