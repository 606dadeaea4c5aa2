package io.agentctl.control.windows.state;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agentctl.control.ecs.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStatesTest extends StatesContract {

    @TempDir
    private Path folder;

    @Override
    ServiceStates states() {
        return new FileStates(folder.resolve("windows"));
    }

    @Test
    void aDamagedFileIsNamedAndNeverTakenForNothing() throws IOException {
        ServiceName api = new ServiceName("main", "api");
        states().save(HERE, ServiceState.none(api));
        Path file = folder.resolve("windows/111122223333-us-east-1/main/api.json");
        Files.writeString(file, "{\"schemaVersion\": 1, \"cluster\": \"main\"");

        assertThatThrownBy(() -> states().of(HERE, api))
                .hasMessageContaining("api.json is not a state of a service that agentctl can read");
    }
}
