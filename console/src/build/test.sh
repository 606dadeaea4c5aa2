#!/bin/sh
# Tests what the console computes without a browser; nothing where the console is left out of the build.
set -eu

cd "$(dirname "$0")/../.."
[ -d node_modules/esbuild ] || exit 0
exec node --test --test-reporter=dot src/test/web/
