package io.agentctl.policies.store;

/**
 * What publishing gave.
 *
 * @param version the version that holds the content
 * @param alreadyThere true if the content was published before, and nothing was written
 * @param newest the policy's newest version: another one than {@code version} if the content is that of an older one
 */
public record Published(PolicyVersion version, boolean alreadyThere, VersionRef newest) {

    /**
     * True if the content is that of a version that was superseded: a way back that needs activating, not publishing.
     */
    public boolean older() {
        return !version.ref().equals(newest);
    }
}
