package io.agentctl.alarm.composite;

import io.agentctl.alarm.AlarmState;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the rule of a composite alarm (CloudWatch service model, PutCompositeAlarm, AlarmRule). */
public final class RuleParser {

    /** Limits of a rule; source: the same. */
    private static final int LONGEST = 10_240;

    private static final int MOST_ELEMENTS = 500;
    private static final long MOST_ALARMS = 100;

    private static final Pattern WORD = Pattern.compile("[A-Za-z_]+");
    private static final Pattern BARE_NAME = Pattern.compile("[^\\s()\"]+");

    private final String source;
    private int position;
    private int elements;

    private RuleParser(String source) {
        this.source = source;
    }

    /**
     * Reads a rule.
     *
     * @throws RuleException with the column of the first fault
     */
    public static CompositeRule parse(String source) throws RuleException {
        if (source.length() > LONGEST) {
            throw new RuleException(
                    1, "a rule has at most %,d characters, this one has %,d".formatted(LONGEST, source.length()));
        }
        RuleParser parser = new RuleParser(source);
        CompositeRule rule = parser.or();
        if (!parser.atEnd()) {
            throw parser.fault("expected AND, OR or the end");
        }
        long alarms = rule.alarms().distinct().count();
        if (alarms > MOST_ALARMS) {
            throw new RuleException(1, "a rule names at most " + MOST_ALARMS + " alarms, this one names " + alarms);
        }
        return rule;
    }

    private CompositeRule or() throws RuleException {
        CompositeRule rule = and();
        while (word("OR")) {
            rule = new CompositeRule.Or(rule, and());
        }
        return rule;
    }

    private CompositeRule and() throws RuleException {
        CompositeRule rule = operand();
        while (word("AND")) {
            rule = new CompositeRule.And(rule, operand());
        }
        return rule;
    }

    private CompositeRule operand() throws RuleException {
        elements++;
        if (elements > MOST_ELEMENTS) {
            throw fault("a rule has at most " + MOST_ELEMENTS + " elements");
        }
        if (word("NOT")) {
            return new CompositeRule.Not(operand());
        }
        if (word("TRUE")) {
            return new CompositeRule.Constant(true);
        }
        if (word("FALSE")) {
            return new CompositeRule.Constant(false);
        }
        for (AlarmState state : AlarmState.values()) {
            if (word(state.name())) {
                expect('(');
                String alarm = name();
                expect(')');
                return new CompositeRule.Is(state, alarm);
            }
        }
        if (symbol('(')) {
            CompositeRule inner = or();
            expect(')');
            return inner;
        }
        throw fault("expected ALARM(name), OK(name), INSUFFICIENT_DATA(name), TRUE, FALSE, NOT or (");
    }

    private String name() throws RuleException {
        skipSpace();
        if (position < source.length() && source.charAt(position) == '"') {
            int end = source.indexOf('"', position + 1);
            if (end < 0) {
                throw fault("the name that begins here does not end");
            }
            String name = source.substring(position + 1, end);
            position = end + 1;
            return name;
        }
        Matcher matcher = BARE_NAME.matcher(source).region(position, source.length());
        if (!matcher.lookingAt()) {
            throw fault("expected the name of an alarm");
        }
        position = matcher.end();
        return matcher.group();
    }

    /** Goes past a word, which may be written in small letters, if it is next. */
    private boolean word(String wanted) {
        skipSpace();
        Matcher matcher = WORD.matcher(source).region(position, source.length());
        if (matcher.lookingAt() && matcher.group().toUpperCase(Locale.ROOT).equals(wanted)) {
            position = matcher.end();
            return true;
        }
        return false;
    }

    private boolean symbol(char wanted) {
        skipSpace();
        if (position < source.length() && source.charAt(position) == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) throws RuleException {
        if (!symbol(wanted)) {
            throw fault("expected '" + wanted + "'");
        }
    }

    private boolean atEnd() {
        skipSpace();
        return position == source.length();
    }

    private void skipSpace() {
        while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
            position++;
        }
    }

    private RuleException fault(String message) {
        return new RuleException(position + 1, message);
    }
}
