// Runs before the first paint, so that who chose a theme never sees the other one.
const chosen = localStorage.getItem("agentctl.theme");
if (chosen === "light" || chosen === "dark") {
  document.documentElement.dataset["theme"] = chosen;
}
