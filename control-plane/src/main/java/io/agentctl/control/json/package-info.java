/** Result records as JSON trees, the contract of {@code -o json} and of the HTTP interface. Depends on Jackson. */
package io.agentctl.control.json;
