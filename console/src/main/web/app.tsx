import type {ComponentType} from "preact";
import {useEffect, useState} from "preact/hooks";
import {connect} from "./core/live.ts";
import {placeOf, type Place} from "./core/routes.ts";
import {lookUp, redeem, standing} from "./core/session.ts";
import {useStore} from "./core/store.ts";
import {Frame} from "./frame.tsx";
import {useKeys} from "./keys.tsx";
import {PAGES} from "./pages/index.ts";
import {SignIn} from "./pages/sign-in.tsx";
import {ProblemNote} from "./parts/bits.tsx";

const SIGN_IN = "sign-in";

export function App() {
  const now = useStore(standing);
  const [place, setPlace] = useState(placeOf(location.hash));
  useEffect(() => {
    const moved = () => setPlace(placeOf(location.hash));
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  useEffect(begin, []);
  const signedIn = now.state === "in";
  useEffect(() => {
    if (signedIn) {
      connect();
    }
  }, [signedIn]);
  const help = useKeys(signedIn);
  const page = PAGES.find((each) => each.name === place.page);
  useArrival(place, page?.title ?? "Not found", signedIn);
  switch (now.state) {
    case "asking":
      return <p class="lonely">Asking the control plane…</p>;
    case "unreachable":
      return (
        <main class="lonely">
          <h1>No answer</h1>
          <ProblemNote failure={now.problem} />
          <button type="button" class="primary" onClick={() => void lookUp()}>
            Try again
          </button>
        </main>
      );
    case "out":
      return <SignIn why={now.why} />;
    case "in": {
      const Shown: ComponentType<{rest: readonly string[]}> = page?.page ?? Missing;
      return (
        <Frame place={place} session={now.session} about={now.about}>
          <Shown key={`${place.page}/${place.rest.join("/")}`} rest={place.rest} />
          {help}
        </Frame>
      );
    }
  }
}

/** A link from the command line carries a code, which is taken out of the address before anything else. */
function begin(): void {
  const {page, rest} = placeOf(location.hash);
  if (page !== SIGN_IN) {
    void lookUp();
    return;
  }
  history.replaceState(null, "", "#/status");
  dispatchEvent(new HashChangeEvent("hashchange"));
  redeem(rest[0] ?? "").catch((failure: {message?: string}) =>
    standing.set({state: "out", why: failure.message ?? "The link is of no use any more."}),
  );
}

/** Whoever goes to a page by link hears its title: the focus goes to its heading. */
function useArrival(place: Place, title: string, signedIn: boolean): void {
  const at = `${place.page}/${place.rest.join("/")}`;
  const [first, setFirst] = useState(true);
  useEffect(() => {
    document.title = [...place.rest.slice(0, 1), title, "agentctl"].join(" · ");
    if (first) {
      setFirst(false);
    } else if (signedIn) {
      document.querySelector<HTMLElement>("main h1")?.focus();
      scrollTo(0, 0);
    }
  }, [at]);
}

function Missing() {
  return (
    <>
      <h1 tabIndex={-1}>Not found</h1>
      <p>
        There is no such page. <a href="#/status">Status</a> is where to begin.
      </p>
    </>
  );
}
