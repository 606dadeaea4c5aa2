import type {ComponentChildren} from "preact";
import {useEffect, useState} from "preact/hooks";
import {span} from "./core/format.ts";
import {connect, live} from "./core/live.ts";
import {linkTo, type Place} from "./core/routes.ts";
import {signOut} from "./core/session.ts";
import {useStore} from "./core/store.ts";
import {choose, chosenTheme, type Theme} from "./core/theme.ts";
import type {About, Session} from "./core/types.ts";
import {PAGES} from "./pages/index.ts";

/** What is around every page: where one is, who one is, whether what is shown is live. */
export function Frame(props: {place: Place; session: Session; about: About; children: ComponentChildren}) {
  const {about, session, place} = props;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [place]);
  const top = PAGES.find((page) => page.name === place.page)?.under ?? place.page;
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>("main h1")?.focus();
        }}
      >
        Skip to the page
      </a>
      <header class="bar">
        <span class="product">agentctl</span>
        <button type="button" class="menu" aria-expanded={open} aria-controls="nav" onClick={() => setOpen(!open)}>
          Menu
        </button>
        <dl class="where" aria-label="Where this control plane works">
          <div>
            <dt>context</dt>
            <dd class={/prod/i.test(about.target.context) ? "production" : undefined}>{about.target.context}</dd>
          </div>
          <div>
            <dt>account</dt>
            <dd>{about.target.account}</dd>
          </div>
          <div>
            <dt>region</dt>
            <dd>{about.target.region}</dd>
          </div>
        </dl>
        <Connection />
        <ThemeSwitch />
        <Who session={session} />
      </header>
      <LostBanner />
      <div class="body">
        <nav id="nav" class={open ? "open" : undefined} aria-label="Pages">
          <ul>
            {PAGES.filter((page) => page.key !== undefined).map((page) => (
              <li key={page.name}>
                <a href={linkTo(page.name)} aria-current={page.name === top ? "page" : undefined}>
                  {page.title}
                  <kbd aria-hidden="true">g {page.key}</kbd>
                </a>
              </li>
            ))}
          </ul>
          <p class="faint">
            <kbd>?</kbd> keys
          </p>
          <p class="faint version">{about.version}</p>
        </nav>
        <main id="main">{props.children}</main>
      </div>
    </>
  );
}

const WORDS = {connecting: "connecting", live: "live", lost: "lost", refused: "not allowed"} as const;

function Connection() {
  const {connection} = useStore(live);
  return (
    <span class={`connection ${connection}`} role="status" data-connection={connection}>
      <i aria-hidden="true" /> {WORDS[connection]}
    </span>
  );
}

/** Says that what is shown may be old, since when, and that it mends itself. */
function LostBanner() {
  const {connection, problem, since} = useStore(live);
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (connection !== "lost" && connection !== "refused") {
    return null;
  }
  return (
    <div class="banner" role="alert">
      {connection === "lost" ? (
        <>
          Connection lost. What is shown is as it was <span aria-hidden="true">{span(now - since)}</span> ago; it is tried
          again by itself.{" "}
          <button type="button" onClick={connect}>
            Try now
          </button>
        </>
      ) : (
        <>No live status: {problem?.message}</>
      )}
    </div>
  );
}

function ThemeSwitch() {
  const theme = useStore(chosenTheme);
  const value = theme.startsWith("system") ? "system" : theme;
  return (
    <label class="theme">
      <span class="unseen">Theme</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value as Theme)}>
        <option value="system">System</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

function Who({session}: {session: Session}) {
  return (
    <span class="who">
      <span title={session.caller}>{session.caller}</span>
      <span class="faint">{session.roles.join(", ") || "no role"}</span>
      {session.csrf ? (
        <button type="button" onClick={() => void signOut()}>
          Sign out
        </button>
      ) : null}
    </span>
  );
}
