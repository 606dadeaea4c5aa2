import {Store} from "./store.ts";

export type Theme = "system" | "light" | "dark";

const KEY = "agentctl.theme";

function read(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export const chosenTheme = new Store<string>(read());

export function choose(theme: Theme): void {
  if (theme === "system") {
    localStorage.removeItem(KEY);
    delete document.documentElement.dataset["theme"];
  } else {
    localStorage.setItem(KEY, theme);
    document.documentElement.dataset["theme"] = theme;
  }
  chosenTheme.set(theme);
}

/** Charts are painted anew when the system's theme changes under "system". */
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", (event) => {
  if (read() === "system") {
    chosenTheme.set(event.matches ? "system dark" : "system light");
  }
});
