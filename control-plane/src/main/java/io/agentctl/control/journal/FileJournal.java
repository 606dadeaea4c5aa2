package io.agentctl.control.journal;

import io.agentctl.control.digest.Sha256;
import io.agentctl.control.durable.DirectoryLock;
import io.agentctl.control.durable.DurableFiles;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The journal of one user on one machine: a file for each operation, and one for each resource that names its holder. A
 * lock file counts only while the operation that it names is open, so the two files need not change at one instant.
 */
public final class FileJournal implements Journal {

    private static final String SUFFIX = ".json";
    /** Readable, and short enough for every file system together with the digest that makes it unique. */
    private static final int READABLE_CHARACTERS = 80;

    private static final int DIGEST_BYTES = 8;

    private final Path directory;
    private final DirectoryLock lock;

    /** Keeps the journal in a directory, which is created when it is first written to. */
    public FileJournal(Path directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory.resolve("journal.lock"));
    }

    @Override
    public Operation begin(Operation operation) {
        return writing(() -> {
            DurableFiles.sweep(operations());
            DurableFiles.sweep(locks());
            Operation first = operation.atVersion(1);
            Optional<Operation> stored = find(operation.id());
            if (stored.isPresent() && !stored.get().equals(first)) {
                throw Conflicts.taken(operation.id());
            }
            return stored.isPresent() ? first : write(first);
        });
    }

    @Override
    public Operation save(Operation operation) {
        return writing(() -> {
            Operation stored = find(operation.id()).orElseThrow(() -> Conflicts.vanished(operation.id()));
            Operation next = operation.atVersion(operation.version() + 1);
            if (stored.equals(next)) {
                return next;
            }
            if (stored.version() != operation.version()) {
                throw Conflicts.superseded(stored);
            }
            return write(next);
        });
    }

    /** The holder is named before the operation opens and forgotten after it closed. */
    private Operation write(Operation operation) throws IOException {
        Path holderFile = holderFile(operation.target(), operation.resource());
        Optional<Operation> holder = holder(operation.target(), operation.resource());
        boolean mine = holder.isPresent() && holder.get().id().equals(operation.id());
        if (operation.state().open() && !mine) {
            if (holder.isPresent()) {
                throw Conflicts.held(holder.get());
            }
            DurableFiles.write(holderFile, operation.id() + "\n");
        }
        DurableFiles.write(file(operation.id()), OperationJson.write(operation) + "\n");
        if (!operation.state().open() && mine) {
            DurableFiles.delete(holderFile);
        }
        return operation;
    }

    @Override
    public Optional<Operation> find(OperationId id) {
        Path file = file(id);
        try {
            return DurableFiles.read(file).map(text -> OperationJson.read(file.toString(), text));
        } catch (IOException problem) {
            throw unreadable(problem);
        }
    }

    @Override
    public Stream<Operation> newestFirst() {
        return ids().stream().sorted(Comparator.reverseOrder()).map(this::find).flatMap(Optional::stream);
    }

    @Override
    public Optional<Operation> holder(Target target, ResourceId resource) {
        try {
            return DurableFiles.read(holderFile(target, resource))
                    .map(text -> new OperationId(text.strip()))
                    .flatMap(this::find)
                    .filter(operation -> operation.state().open());
        } catch (IOException problem) {
            throw unreadable(problem);
        }
    }

    private List<OperationId> ids() {
        try (Stream<Path> files = Files.list(operations())) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(OperationId::valid)
                    .map(OperationId::new)
                    .toList();
        } catch (NoSuchFileException ignored) {
            return List.of();
        } catch (IOException problem) {
            throw unreadable(problem);
        }
    }

    private Operation writing(DirectoryLock.Work<Operation> work) {
        try {
            DurableFiles.createDirectories(operations());
            DurableFiles.createDirectories(locks());
            return lock.holding(work);
        } catch (IOException problem) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "the journal in " + directory + " cannot be written: " + problem,
                    "see that the directory belongs to you and that its disk is not full",
                    null,
                    problem);
        }
    }

    private AgentctlException unreadable(IOException problem) {
        return new AgentctlException(
                ErrorCode.FAILED,
                "the journal in " + directory + " cannot be read: " + problem,
                "see that the directory belongs to you",
                null,
                problem);
    }

    private Path operations() {
        return directory.resolve("operations");
    }

    private Path locks() {
        return directory.resolve("locks");
    }

    private Path file(OperationId id) {
        return operations().resolve(id + SUFFIX);
    }

    private Path holderFile(Target target, ResourceId resource) {
        String key = target.account() + "/" + target.region() + "/" + resource;
        String readable = key.replaceAll("[^A-Za-z0-9.-]", "_");
        String start = readable.substring(0, Math.min(READABLE_CHARACTERS, readable.length()));
        return locks().resolve(start + "-" + Sha256.hex(key, DIGEST_BYTES));
    }
}
