package io.agentctl.runtime;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BodyFuzzSeedsIT {

    @TempDir
    static Path folder;

    private static TestRuntime runtime;

    @BeforeAll
    static void start() {
        runtime = TestRuntime.start(folder, BodyFuzz.CONFIGURATION);
    }

    @AfterAll
    static void stop() {
        runtime.close();
    }

    @ParameterizedTest
    @MethodSource("io.agentctl.runtime.BodyFuzz#seeds")
    void everySeedIsAnswered(byte[] body) throws IOException {
        try (RawClient client = new RawClient(runtime.port())) {
            BodyFuzz.judge(client, body);
        }
    }
}
