// Bundles the console into files with names that follow from their content, and lists them for who serves them.
import {build} from "esbuild";
import {createHash} from "node:crypto";
import {mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, extname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const web = join(root, "src/main/web");
const out = process.argv[2] ?? join(root, "target/classes/io/agentctl/console");

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

const result = await build({
  absWorkingDir: root,
  bundle: true,
  charset: "utf8",
  entryNames: "[name]-[hash]",
  entryPoints: {console: join(web, "main.tsx"), theme: join(web, "theme.ts"), style: join(web, "style.css")},
  format: "esm",
  jsx: "automatic",
  jsxImportSource: "preact",
  legalComments: "eof",
  logLevel: "warning",
  minify: true,
  outdir: out,
  target: "es2022",
  write: false,
});

const files = result.outputFiles.map((file) => ({name: file.path.slice(out.length + 1), bytes: Buffer.from(file.contents)}));
const icon = readFileSync(join(web, "icon.svg"));
files.push({name: `icon-${digest(icon).slice(0, 8)}.svg`, bytes: icon});

const index = readFileSync(join(web, "index.html"), "utf8").replace(/\{\{(\w+)\}\}/g, (whole, name) => {
  const found = files.find((file) => file.name.startsWith(`${name}-`));
  if (!found) {
    throw new Error(`index.html names ${whole}, which was not built`);
  }
  return `/assets/${found.name}`;
});
files.push({name: "index.html", bytes: Buffer.from(index)});

rmSync(out, {force: true, recursive: true});
mkdirSync(out, {recursive: true});
const list = files.map((file) => {
  writeFileSync(join(out, file.name), file.bytes);
  writeFileSync(join(out, `${file.name}.gz`), gzipSync(file.bytes, {level: 9}));
  return {name: file.name, sha256: digest(file.bytes), type: TYPES[extname(file.name)]};
});
writeFileSync(join(out, "files.json"), `${JSON.stringify({files: list}, null, 2)}\n`);

function digest(bytes) {
  return createHash("sha256").update(bytes).digest("hex");
}
