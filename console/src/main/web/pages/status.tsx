import {live, over} from "../core/live.ts";
import {useStore} from "../core/store.ts";
import type {Reading} from "../core/types.ts";
import {PageHead, Part} from "../parts/bits.tsx";
import {AnswerCharts, UseCharts, type Curves} from "./status-charts.tsx";
import * as panes from "./status-panes.tsx";

const RANGES = ["1h", "6h", "24h", "14d"];

/** Everything at a glance, live. */
export function Status() {
  const now = useStore(live);
  const part = <T,>(name: string) => now.parts[name] as Reading<T> | undefined;
  return (
    <>
      <PageHead title="Status">
        <label class="inline">
          Range{" "}
          <select value={now.range} onChange={(event) => over(event.currentTarget.value)}>
            {RANGES.map((range) => (
              <option key={range}>{range}</option>
            ))}
          </select>
        </label>
      </PageHead>
      <div class="panes">
        <Part title="Answers" reading={part<Curves>("curves")}>
          {(curves) => <AnswerCharts curves={curves} />}
        </Part>
        <panes.Objectives reading={part("objectives")} />
        <panes.Alarms reading={part("alarms")} />
        <panes.Services reading={part("services")} />
        <panes.WindowsNow reading={part("windows")} />
        <panes.PoliciesNow reading={part("policies")} />
        <panes.OperationsNow reading={part("operations")} />
        <panes.Functions reading={part("functions")} />
        <Part title="Use" reading={part<Curves>("curves")}>
          {(curves) => <UseCharts curves={curves} />}
        </Part>
      </div>
    </>
  );
}
