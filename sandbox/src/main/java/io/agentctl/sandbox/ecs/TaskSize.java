package io.agentctl.sandbox.ecs;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/**
 * The size of a Fargate task.
 *
 * @param cpu CPU units, 1,024 a vCPU
 * @param memory MiB
 */
public record TaskSize(int cpu, int memory) {
    private static final Pattern AMOUNT = Pattern.compile("\\s*(\\d+(?:\\.\\d+)?)\\s*(vcpu|gb)?\\s*");
    private static final int UNITS_PER_VCPU = 1024;
    private static final int MEBIBYTES_PER_GB = 1024;
    private static final int SMALLEST_CPU = 256;

    /**
     * Whether Fargate offers it, by the table in the service model's documentation of {@code RegisterTaskDefinition}
     * (Linux, platform 1.4.0).
     */
    public boolean valid() {
        return switch (cpu) {
            case SMALLEST_CPU -> memory == 512 || memory == 1024 || memory == 2048;
            case 512 -> stepped(1024, 4096, 1024);
            case 1024 -> stepped(2048, 8192, 1024);
            case 2048 -> stepped(4096, 16_384, 1024);
            case 4096 -> stepped(8192, 30_720, 1024);
            case 8192 -> stepped(16_384, 61_440, 4096);
            case 16_384 -> stepped(32_768, 122_880, 8192);
            default -> false;
        };
    }

    private boolean stepped(int least, int most, int step) {
        return memory >= least && memory <= most && (memory - least) % step == 0;
    }

    /** The size that a task definition asks for, in any of the spellings that the service takes ({@code 1 vCPU}). */
    static TaskSize of(String cpu, String memory) {
        return new TaskSize(amount("cpu", cpu, UNITS_PER_VCPU), amount("memory", memory, MEBIBYTES_PER_GB));
    }

    static TaskSize of(TaskDefinition definition) {
        return of(definition.cpu(), definition.memory());
    }

    private static int amount(String what, String text, int unit) {
        if (text == null) {
            throw EcsErrors.client(
                    "Invalid setting: Fargate requires that '" + what + "' be defined at the task level.");
        }
        Matcher matcher = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw EcsErrors.client("Invalid '" + what + "' setting for task: " + text);
        }
        double value = Double.parseDouble(matcher.group(1));
        return (int) (matcher.group(2) == null ? value : value * unit);
    }
}
