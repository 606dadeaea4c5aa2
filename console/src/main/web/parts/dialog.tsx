import type {ComponentChildren} from "preact";
import {useEffect, useId, useRef, useState} from "preact/hooks";
import {problemOf} from "../core/http.ts";
import {ProblemNote} from "./bits.tsx";

/** Asks before something is done. The browser keeps the focus within, and gives it back; Escape is no. */
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
    if (dialog && !dialog.open) {
      dialog.showModal();
    }
    return () => dialog?.close();
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
