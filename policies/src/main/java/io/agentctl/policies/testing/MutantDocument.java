package io.agentctl.policies.testing;

import io.agentctl.policies.document.PolicyDocument;

/** A mutant and the document that it stands for, which may not compile. */
record MutantDocument(Mutant mutant, PolicyDocument document) {}
