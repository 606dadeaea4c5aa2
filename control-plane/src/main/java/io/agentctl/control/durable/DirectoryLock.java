package io.agentctl.control.durable;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread of one process at a time into a directory. The system gives the lock up for a process that dies. */
public final class DirectoryLock {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long POLL_NANOS = 2_000_000L;

    private final Path file;
    private final ReentrantLock threads = new ReentrantLock();
    /**
     * Kept open: POSIX drops all locks that a process holds on a file when it closes any channel to it, also those of
     * another journal on the same directory.
     */
    private FileChannel channel;

    /** Locks by means of a file, which is created when it is first needed. */
    public DirectoryLock(Path file) {
        this.file = file;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    /**
     * Works alone.
     *
     * @throws AgentctlException UNREACHABLE if another process keeps the lock for half a minute
     */
    public <T> T holding(Work<T> work) throws IOException {
        threads.lock();
        try {
            FileLock lock = acquire();
            try {
                return work.run();
            } finally {
                lock.release();
            }
        } finally {
            threads.unlock();
        }
    }

    private FileLock acquire() throws IOException {
        if (channel == null || !channel.isOpen()) {
            channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), DurableFiles.PRIVATE);
        }
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < deadline) {
            FileLock lock = attempt();
            if (lock != null) {
                return lock;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        throw new AgentctlException(
                ErrorCode.UNREACHABLE,
                "the directory " + file.getParent() + " is locked by another process",
                "see which process has " + file + " open, and whether it hangs");
    }

    private FileLock attempt() throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException ignored) {
            return null;
        }
    }
}
