package io.agentctl.control.plan;

/**
 * Where a plan goes. The first line of every plan names it.
 *
 * @param context the context's name, such as {@code sandbox}
 * @param account the twelve-digit AWS account id
 * @param region the AWS region, such as {@code eu-central-1}
 */
public record Target(String context, String account, String region) {

    /** True if a plan made for {@code other} may be carried out here: contexts may be named differently. */
    public boolean samePlace(Target other) {
        return account.equals(other.account) && region.equals(other.region);
    }

    @Override
    public String toString() {
        return "context " + context + ", account " + account + ", region " + region;
    }
}
