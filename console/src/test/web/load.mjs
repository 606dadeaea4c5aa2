import {build} from "esbuild";
import {fileURLToPath} from "node:url";

const CORE = fileURLToPath(new URL("../../main/web/core/", import.meta.url));

/** A module of the console, as JavaScript. */
export async function load(name) {
  const {outputFiles} = await build({entryPoints: [CORE + name], bundle: true, format: "esm", write: false, logLevel: "error"});
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
