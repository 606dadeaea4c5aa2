package io.agentctl.cli.version;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/** Whether this process started from an AOT cache. */
enum AotCache {
    /** Its classes came from one. */
    IN_USE,
    /** One was named, and did not fit this JVM or these jars. */
    REJECTED,
    /** None was named. */
    NONE,
    /** This runtime cannot tell. */
    UNKNOWN;

    /** The state of this process. */
    static AotCache ofThisProcess() {
        if (ModuleLayer.boot().findModule("jdk.management").isEmpty()) {
            return UNKNOWN;
        }
        return Flags.read();
    }

    /** Apart, for a runtime without the module does not have its classes. */
    private static final class Flags {

        static AotCache read() {
            HotSpotDiagnosticMXBean flags = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (flags.getVMOption("AOTCache").getValue().isEmpty()) {
                return NONE;
            }
            // As java -version prints it; the JVM turns sharing off where what was named does not fit.
            return System.getProperty("java.vm.info", "").contains("sharing") ? IN_USE : REJECTED;
        }
    }
}
