package io.agentctl.control.rightsizing;

/** Who decides how many tasks run, and within which bounds. */
public sealed interface TaskCount {

    /** The fewest tasks that may be advised. */
    int least();

    /** The most tasks that may be advised. */
    int most();

    /**
     * The number is given and stays: the size alone is chosen.
     *
     * @param tasks at least 1
     */
    record Fixed(int tasks) implements TaskCount {
        public Fixed {
            requireOrder(tasks, tasks);
        }

        @Override
        public int least() {
            return tasks;
        }

        @Override
        public int most() {
            return tasks;
        }
    }

    /**
     * A number that is set and stays until somebody sets another. A service without scaling has its own rule, see
     * {@link SizingConstraints}.
     *
     * @param least at least 1
     * @param most at least {@code least}
     */
    record Bounded(int least, int most) implements TaskCount {
        public Bounded {
            requireOrder(least, most);
        }
    }

    /**
     * A target-tracking policy on CPU moves the number between bounds.
     *
     * @param least at least 1
     * @param most at least {@code least}
     * @param targetCpuPercent above 0 and up to 100
     */
    record Tracked(int least, int most, double targetCpuPercent) implements TaskCount {
        public Tracked {
            requireOrder(least, most);
            if (!(targetCpuPercent > 0 && targetCpuPercent <= 100)) {
                throw new IllegalArgumentException("a CPU target is above 0 and up to 100 %, not " + targetCpuPercent);
            }
        }
    }

    /**
     * Something else moves the number, such as a policy on requests: the tasks that ran are taken to run again, and the
     * size alone is chosen.
     *
     * @param least at least 1
     * @param most at least {@code least}
     */
    record Driven(int least, int most) implements TaskCount {
        public Driven {
            requireOrder(least, most);
        }
    }

    private static void requireOrder(int least, int most) {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("task counts are at least 1 and in order, not " + least + " to " + most);
        }
    }
}
