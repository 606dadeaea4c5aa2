package io.agentctl.control.windows.state;

import io.agentctl.control.durable.DirectoryLock;
import io.agentctl.control.durable.DurableFiles;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The states that one user keeps on one machine, a file for each service: {@code ACCOUNT-REGION/CLUSTER/SERVICE.json}.
 */
public final class FileStates implements ServiceStates {

    private static final String SUFFIX = ".json";

    private final Path directory;
    private final DirectoryLock lock;

    /** Keeps them in a directory, which is created when it is first written to. */
    public FileStates(Path directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory.resolve("windows.lock"));
    }

    @Override
    public Map<ServiceName, ServiceState> all(Target target) {
        Path place = place(target);
        if (!Files.isDirectory(place)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.walk(place, 2)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .map(FileStates::read)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toMap(ServiceState::service, state -> state));
        } catch (IOException problem) {
            throw failed("read", problem);
        }
    }

    @Override
    public ServiceState of(Target target, ServiceName service) {
        return read(file(target, service)).orElseGet(() -> ServiceState.none(service));
    }

    @Override
    public ServiceState save(Target target, ServiceState state) {
        Path file = file(target, state.service());
        try {
            DurableFiles.createDirectories(file.getParent());
            return lock.holding(() -> {
                ServiceState next = state.atVersion(state.version() + 1);
                ServiceState there = of(target, state.service());
                if (there.equals(next)) {
                    return next;
                }
                if (there.version() != state.version()) {
                    throw StateConflict.of(state);
                }
                DurableFiles.sweep(file.getParent());
                DurableFiles.write(file, StateJson.write(next) + "\n");
                return next;
            });
        } catch (IOException problem) {
            throw failed("written", problem);
        }
    }

    private static Optional<ServiceState> read(Path file) {
        try {
            return DurableFiles.read(file).map(text -> StateJson.read(file.toString(), text));
        } catch (IOException problem) {
            throw failed("read", problem);
        }
    }

    private static AgentctlException failed(String what, IOException problem) {
        return new AgentctlException(
                ErrorCode.FAILED,
                "what is remembered of services cannot be " + what + ": " + problem,
                "see that the directory belongs to you and that its disk is not full",
                null,
                problem);
    }

    private Path file(Target target, ServiceName service) {
        return place(target).resolve(service.cluster()).resolve(service.service() + SUFFIX);
    }

    private Path place(Target target) {
        return directory.resolve(target.account() + "-" + target.region());
    }
}
