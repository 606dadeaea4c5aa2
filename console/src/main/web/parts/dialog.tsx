import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef, useState} from "preact/hooks";
import {problemOf} from "../core/http.ts";
import {ProblemNote} from "./bits.tsx";

/** Asks before something is done. The browser keeps the focus within; Escape is no, and the focus is where it was. */
export function Confirm(props: {
  title: string;
  children: ComponentChildren;
  yes: string;
  danger?: boolean;
  onYes: () => Promise<void>;
  onClose: () => void;
}) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  useEffect(() => {
    const dialog = box.current;
    const before = document.activeElement;
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    return () => {
      dialog?.close();
      setTimeout(() => giveBack(before));
    };
  }, []);
  const act = () => {
    setBusy(true);
    setFailure(undefined);
    props
      .onYes()
      .then(props.onClose)
      .catch((problem: unknown) => setFailure(problemOf(problem)))
      .finally(() => setBusy(false));
  };
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
      {failure ? <ProblemNote failure={failure} /> : null}
      <div class="acts">
        <button type="button" class={props.danger ? "danger" : "primary"} disabled={busy} onClick={act}>
          {busy ? "Asking…" : props.yes}
        </button>
        <button type="button" onClick={props.onClose}>
          No
        </button>
      </div>
    </dialog>
  );
}

/** The browser gives the focus back to what had it, but not where the dialog is taken out of the page as it closes. */
function giveBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body) {
    before.focus();
  }
}
