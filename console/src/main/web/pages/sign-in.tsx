import {useState} from "preact/hooks";
import {signIn} from "../core/session.ts";
import {ProblemNote} from "../parts/bits.tsx";

/** Shown instead of everything else while nobody is signed in. */
export function SignIn({why}: {why: string}) {
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const token = new FormData(event.currentTarget as HTMLFormElement).get("token");
    setBusy(true);
    setFailure(undefined);
    signIn(String(token).trim())
      .catch(setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <main class="lonely">
      <h1>agentctl control plane</h1>
      {why ? <p role="status">{why}</p> : null}
      <form onSubmit={submit}>
        <label for="token">Token</label>
        <input id="token" name="token" type="password" autocomplete="off" required spellcheck={false} autofocus />
        <button type="submit" class="primary" disabled={busy}>
          Sign in
        </button>
      </form>
      {failure ? <ProblemNote failure={failure} /> : null}
      <p class="faint">
        With an AWS identity, <code>agentctl console</code> prints a link that signs in once.
      </p>
    </main>
  );
}
