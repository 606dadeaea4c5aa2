package io.agentctl.control.permission;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What must be allowed to whoever asks for something.
 *
 * @param looks to see and plan it; {@code --dry-run} needs no more
 * @param changes to carry out what was planned, and to take it back
 */
public record Needs(SortedSet<Permission> looks, SortedSet<Permission> changes) {

    /** Nothing. */
    public static final Needs NONE = looking(List.of());

    public Needs {
        looks = new TreeSet<>(looks);
        changes = new TreeSet<>(changes);
    }

    static Needs looking(Collection<Permission> looks) {
        return new Needs(new TreeSet<>(looks), new TreeSet<>());
    }

    /** Of several things at once. */
    public static Needs all(Collection<Needs> several) {
        return NONE.and(several.toArray(Needs[]::new));
    }

    /** And others besides. */
    Needs and(Needs... others) {
        SortedSet<Permission> look = new TreeSet<>(looks);
        SortedSet<Permission> change = new TreeSet<>(changes);
        for (Needs other : others) {
            look.addAll(other.looks);
            change.addAll(other.changes);
        }
        return new Needs(look, change);
    }

    /** And, once it is carried out, all of these. */
    Needs changing(Needs... others) {
        SortedSet<Permission> change = new TreeSet<>(changes);
        for (Needs other : others) {
            change.addAll(other.everything());
        }
        return new Needs(looks, change);
    }

    /** To look and to change. */
    public SortedSet<Permission> everything() {
        SortedSet<Permission> everything = new TreeSet<>(looks);
        everything.addAll(changes);
        return everything;
    }
}
