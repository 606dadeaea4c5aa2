package io.agentctl.control.lambda;

/**
 * {@code $LATEST} at one look, or a version.
 *
 * @param snapshot its configuration
 * @param version {@code $LATEST}, or the version's number
 * @param revisionId under which alone it may be changed
 * @param codeSha256 digest of its code
 * @param lastModified when it was last changed, as Lambda spells it
 * @param settled false while an update is in progress
 */
record Latest(
        Snapshot snapshot, String version, String revisionId, String codeSha256, String lastModified, boolean settled) {

    int memoryMb() {
        return snapshot.memoryMb();
    }
}
