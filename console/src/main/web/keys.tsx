import {useEffect, useRef, useState} from "preact/hooks";
import type {ComponentChildren} from "preact";
import {linkTo} from "./core/routes.ts";
import {PAGES} from "./pages/index.ts";

const SECOND_KEY_WITHIN = 1500;

/** Keys that work on every page; the answer is the page of help while it is open. */
export function useKeys(active: boolean): ComponentChildren {
  const [help, setHelp] = useState(false);
  const began = useRef(0);
  useEffect(() => {
    if (!active) {
      return;
    }
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || document.querySelector("dialog[open]")) {
        return;
      }
      const second = Date.now() - began.current < SECOND_KEY_WITHIN;
      began.current = 0;
      const page = second ? PAGES.find((each) => each.key === event.key) : undefined;
      if (page) {
        event.preventDefault();
        location.hash = linkTo(page.name);
      } else if (event.key === "g") {
        began.current = Date.now();
      } else if (event.key === "?") {
        setHelp(true);
      } else if (event.key === "/") {
        const filter = document.querySelector<HTMLInputElement>("[data-filter]");
        if (filter) {
          event.preventDefault();
          filter.focus();
        }
      }
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [active]);
  return help ? <Help onClose={() => setHelp(false)} /> : null;
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select") !== null;
}

function Help({onClose}: {onClose: () => void}) {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    box.current?.showModal();
  }, []);
  return (
    <dialog ref={box} aria-labelledby="keys" onClose={onClose}>
      <h2 id="keys">Keys</h2>
      <dl class="keys">
        {PAGES.filter((page) => page.key !== undefined).map((page) => (
          <div key={page.name}>
            <dt>
              <kbd>g</kbd> <kbd>{page.key}</kbd>
            </dt>
            <dd>{page.title}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>filter the list</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>close, or say no</dd>
        </div>
      </dl>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
