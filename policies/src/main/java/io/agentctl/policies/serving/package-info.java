/**
 * What whoever decides for callers needs, be it a service or a function: requests read strictly, policies loaded and
 * tried, decisions in JSON. Depends on the rest of policies, but not on testing.
 */
package io.agentctl.policies.serving;
