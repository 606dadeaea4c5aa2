/** Who looks, and what they may. */

import {get, onSignedOut, post, Problem, show} from "./http.ts";
import {Store} from "./store.ts";
import type {About, Role, Session} from "./types.ts";

export type Standing =
  | {readonly state: "asking"}
  | {readonly state: "unreachable"; readonly problem: Problem}
  | {readonly state: "out"; readonly why: string}
  | {readonly state: "in"; readonly session: Session; readonly about: About};

export const standing = new Store<Standing>({state: "asking"});

onSignedOut(() => {
  if (standing.value.state === "in") {
    standing.set({state: "out", why: "The session is over. Sign in again; the page stays where it is."});
  }
});

/** Finds out who looks: by the cookie, or because nobody is asked on this machine. */
export async function lookUp(): Promise<void> {
  try {
    await take(await get<Session>("/v1/session"));
  } catch (failure) {
    const problem = failure as Problem;
    standing.set(problem.status === 401 ? {state: "out", why: ""} : {state: "unreachable", problem});
  }
}

async function take(session: Session): Promise<void> {
  show(session.csrf ?? "");
  standing.set({state: "in", session, about: await get<About>("/v1/about")});
}

export async function signIn(token: string): Promise<void> {
  await take(await post<Session>("/v1/session", {cookie: true}, {Authorization: `Bearer ${token}`}));
}

/** Signs in with the code of a link that the command line made. */
export async function redeem(code: string): Promise<void> {
  await take(await post<Session>("/v1/session/redeem", {code}));
}

export async function signOut(): Promise<void> {
  await post("/v1/session/end");
  show("");
  standing.set({state: "out", why: "Signed out."});
}

const INCLUDES: Record<Role, readonly Role[]> = {
  viewer: ["viewer"],
  operator: ["operator", "viewer"],
  approver: ["approver", "viewer"],
  admin: ["admin", "operator", "approver", "viewer"],
};

/** Why somebody may not do what takes a role; empty if they may. Grants on single resources are the server's to judge. */
export function lacks(roles: readonly Role[], needed: Role): string {
  return roles.some((role) => INCLUDES[role].includes(needed))
    ? ""
    : `takes the role ${needed}; you have ${roles.length === 0 ? "none" : roles.join(", ")}`;
}
