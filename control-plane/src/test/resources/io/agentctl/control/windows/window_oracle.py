"""When windows have services asleep, found out by looking at every minute: an oracle for the tests.

Reads {"from": epoch minute, "to": epoch minute, "lead": minutes to begin earlier, long enough for each time of a window
to have come once, "holidays": [dates], "holidaysAreAsleep": true or false, "windows": [{"name", "zone", and either "sleep" and "wake" (cron) or
"days", "from", "to", "overnight"}]} and prints for each window its changes as [minute, 1 for asleep].

It shares nothing with the code under test: clocks are Python's zoneinfo, and every minute is looked at in turn.
"""

import json
import sys
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]
LIMITS = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 7)]


def field(text, low, high):
    values = set()
    for part in text.lower().split(","):
        part, _, step = part.partition("/")
        for number, name in enumerate(DAYS):
            part = part.replace(name, str(number))
        if part == "*":
            first, last = low, high
        else:
            first, _, last = part.partition("-")
            first, last = int(first), int(last or (high if step else first))
        values.update(range(first, last + 1, int(step or 1)))
    return values


def cron(text):
    fields = [field(part, *limits) for part, limits in zip(text.split(), LIMITS)]
    fields[4] = {day % 7 for day in fields[4]}
    # crontab(5): where both days are restricted, it comes on either.
    either = "*" not in (text.split()[2], text.split()[4])
    return fields + [either]


def by_days(window):
    days = set()
    for text in window["days"]:
        first, _, last = text.partition("-")
        day = DAYS.index(first)
        days.add(day)
        while last and DAYS[day] != last:
            day = (day + 1) % 7
            days.add(day)
    every = [set(range(low, high + 1)) for low, high in LIMITS]

    def at(text, shift):
        hour, minute = map(int, text.split(":"))
        return [{minute}, {hour}, every[2], every[3], {(day + shift) % 7 for day in days}, False]

    return at(window["from"], 0), at(window["to"], 1 if window["overnight"] else 0)


def rules(window):
    return (cron(window["sleep"]), cron(window["wake"])) if "sleep" in window else by_days(window)


def matches(rule, local):
    minute, hour, days, month, weekdays, either = rule
    by_month = local.day in days
    by_week = (local.weekday() + 1) % 7 in weekdays
    return (
        local.minute in minute
        and local.hour in hour
        and local.month in month
        and (by_month or by_week if either else by_month and by_week)
    )


def look(zone, windows, start, end, lead, holidays, holidays_are):
    # Which windows have something to do at all at a minute of the day, so that the others need not be asked.
    by_minute = {}
    for index, (sleep, wake) in enumerate(windows):
        for rule, kind in ((sleep, 1), (wake, 0)):
            for hour in rule[1]:
                for minute in rule[0]:
                    by_minute.setdefault(hour * 60 + minute, []).append((rule, kind, index))
    asleep = [0] * len(windows)
    shown = [0] * len(windows)
    today, day = False, None
    changes = [[] for _ in windows]
    before = None
    latest = None
    for now in range(start - lead, end):
        aware = datetime.fromtimestamp(now * 60, zone)
        local = aware.replace(tzinfo=None, fold=0)
        came = []
        if aware.fold == 0:
            if before is not None and latest is not None and local > latest + timedelta(minutes=1):
                missed = latest + timedelta(minutes=1)
                while missed < local:
                    came.append(missed)
                    missed += timedelta(minutes=1)
            came.append(local)
        if latest is None or local > latest:
            latest = local
        before = local
        done = {}
        for time in came:
            for rule, kind, index in by_minute.get(time.hour * 60 + time.minute, ()):
                if matches(rule, time):
                    # Of two at one instant, waking wins.
                    done[index] = min(kind, done.get(index, 1))
        for index, kind in done.items():
            asleep[index] = kind
        # A day begins when its midnight first comes, and is over when the next one's does.
        yesterday = today
        if latest.day != day:
            day, today = latest.day, latest.date() in holidays
        for index in range(len(windows)) if yesterday != today else done:
            kind = holidays_are if today else asleep[index]
            if kind != shown[index]:
                shown[index] = kind
                if now > start:
                    changes[index].append([now, kind])
    return changes


def main():
    asked = json.load(sys.stdin)
    zones = {}
    for window in asked["windows"]:
        zones.setdefault(window["zone"], []).append(window)
    holidays = {date.fromisoformat(day) for day in asked["holidays"]}
    holidays_are = int(asked["holidaysAreAsleep"])
    answer = {}
    for name, windows in zones.items():
        parsed = [rules(window) for window in windows]
        changes = look(ZoneInfo(name), parsed, asked["from"], asked["to"], asked["lead"], holidays, holidays_are)
        answer.update((window["name"], change) for window, change in zip(windows, changes))
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
