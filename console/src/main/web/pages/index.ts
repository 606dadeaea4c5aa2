import {h, type ComponentType} from "preact";
import {Approvals} from "./approvals.tsx";
import {ChangeDetails} from "./changes.tsx";
import {Objectives} from "./objectives.tsx";
import {Operation} from "./operation.tsx";
import {Operations} from "./operations.tsx";
import {Policies} from "./policies.tsx";
import {Policy} from "./policy.tsx";
import {Rightsizing} from "./rightsizing.tsx";
import {Status} from "./status.tsx";
import {Sweeps} from "./sweeps.tsx";
import {Windows} from "./windows.tsx";

type Shown = ComponentType<{rest: readonly string[]}>;

export interface Page {
  readonly name: string;
  readonly title: string;
  /** Goes there after `g`; pages without one are reached from others. */
  readonly key?: string;
  /** The page that it belongs under in the list of pages. */
  readonly under?: string;
  readonly page: Shown;
}

const either = (list: ComponentType, one: Shown): Shown => {
  return (props) => (props.rest.length > 0 ? h(one, props) : h(list, {}));
};

/** Every page, in the order of the list. */
export const PAGES: readonly Page[] = [
  {name: "status", title: "Status", key: "s", page: Status},
  {name: "operations", title: "Operations", key: "o", page: either(Operations, Operation)},
  {name: "approvals", title: "Approvals", key: "a", page: Approvals},
  {name: "policies", title: "Policies", key: "p", page: either(Policies, Policy)},
  {name: "rightsizing", title: "Rightsizing", key: "r", page: Rightsizing},
  {name: "sweeps", title: "Sweeps", key: "l", page: Sweeps},
  {name: "windows", title: "Windows", key: "w", page: Windows},
  {name: "objectives", title: "Objectives", key: "b", page: Objectives},
  {name: "changes", title: "Change", under: "operations", page: ChangeDetails},
];
