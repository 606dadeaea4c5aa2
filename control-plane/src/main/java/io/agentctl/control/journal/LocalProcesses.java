package io.agentctl.control.journal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Names this process as an owner, and tells whether another owner on this machine is gone. */
public final class LocalProcesses {

    /**
     * A process's start time, as the system tells it, moves when the clock is set. A pid that is used again within this
     * time is taken for its first user, whose lease then decides.
     */
    private static final Duration SAME_BIRTH = Duration.ofMinutes(1);

    private LocalProcesses() {}

    /** This process. */
    public static Owner current() {
        ProcessHandle self = ProcessHandle.current();
        Instant bornAt = self.info().startInstant().orElse(Instant.EPOCH);
        return new Owner(System.getProperty("user.name", "unknown"), host(), self.pid(), machine(), bornAt);
    }

    /** True only if the owner ran on this machine, since it last started, and runs no more. */
    public static boolean gone(Owner owner) {
        if (owner.machine().isEmpty() || !owner.machine().equals(machine())) {
            return false;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(owner.pid()).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return true;
        }
        Optional<Instant> bornAt = process.get().info().startInstant();
        return bornAt.isPresent() && bornAt.get().isAfter(owner.bornAt().plus(SAME_BIRTH));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException ignored) {
            return "unknown";
        }
    }

    /**
     * Linux tells boots apart by an id, and containers on one machine by their pid namespace (proc(5)). Host names are
     * not enough: half of all laptops are called localhost.
     */
    private static String machine() {
        try {
            String boot =
                    Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
            return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
        } catch (IOException | UnsupportedOperationException ignored) {
            return "";
        }
    }
}
