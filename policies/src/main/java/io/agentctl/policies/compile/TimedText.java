package io.agentctl.policies.compile;

/** A text that ends the search in it when that takes too long: the only place where RE2 can be interrupted. */
final class TimedText implements CharSequence {

    /** What one search may take, ns: half of what a policy may take at most. */
    private static final long SEARCH_NANOS = 10_000_000;

    /** Characters between two looks at the clock; one costs at most some µs. */
    private static final int CHARACTERS_PER_LOOK = 64;

    private final String text;
    private long deadline;
    private int reads;

    TimedText(String text) {
        this.text = text;
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (++reads % CHARACTERS_PER_LOOK == 0) {
            long now = System.nanoTime();
            if (deadline == 0) {
                deadline = now + SEARCH_NANOS;
            } else if (now - deadline > 0) {
                throw new EvaluationStopped("more than 10 ms to search a text for a pattern");
            }
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
