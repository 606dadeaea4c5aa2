package io.agentctl.control.capacity;

import io.agentctl.control.testing.MotoServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same against moto, an implementation of AWS that is not ours; it does not pull capacity into bounds. */
class KilledChangeOnMotoIT {

    private static final int STRIDE = 12;

    @TempDir
    private Path folder;

    private MotoServer moto;

    @BeforeEach
    void startMoto() throws IOException, InterruptedException {
        moto = MotoServer.start(Map.of());
    }

    @AfterEach
    void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void whereItIsKilledUndoAndResumeEndRight() throws Exception {
        course(KilledChange.TO_ON_DEMAND).sampled(STRIDE);
    }

    @ParameterizedTest
    @EnumSource(KilledChange.class)
    @Tag("extended")
    void whereverItIsKilledUndoAndResumeEndRight(KilledChange change) throws Exception {
        course(change).everywhere();
    }

    private KillCourse course(KilledChange change) {
        return new KillCourse(folder, moto.endpoint(), this::freshStart, change);
    }

    private void freshStart() throws Exception {
        moto.reset();
        try (CapacityBench bench = new CapacityBench(moto.endpoint(), folder.resolve("none"))) {
            bench.createTables();
        }
    }
}
