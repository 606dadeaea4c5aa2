#!/bin/sh
# Builds the console if its sources changed: fetches what package-lock.json pins, checks types, bundles.
# Without npm it says so and leaves the console out; with CI set that is a failure.
set -eu

cd "$(dirname "$0")/../.."
out=target/classes/io/agentctl/console
stamp=target/console.stamp
fetched=node_modules/.agentctl-lock

missing() {
  printf 'console: %s\n' "$1" >&2
  if [ -n "${CI-}" ]; then
    exit 1
  fi
  printf 'console: it is left out; the control plane works without it\n' >&2
  exit 0
}

sum() { find package.json package-lock.json .npmrc tsconfig.json src/main/web src/build -type f -exec cksum {} + | sort | cksum; }

wanted=$(sum)
if [ -f "$out/files.json" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ]; then
  exit 0
fi

command -v node >/dev/null || missing "node is missing"
command -v npm >/dev/null || missing "npm is missing"
if ! [ -f "$fetched" ] || ! cmp -s package-lock.json "$fetched"; then
  npm ci --ignore-scripts --prefer-offline --no-progress --loglevel=error >/dev/null || missing "npm could not fetch what package-lock.json names"
  cp package-lock.json "$fetched"
fi
if [ "${CONSOLE_TYPES-check}" = check ]; then
  node_modules/.bin/tsc --noEmit
fi
mkdir -p target
node src/build/bundle.mjs "$PWD/$out"
printf '%s\n' "$wanted" >"$stamp"
