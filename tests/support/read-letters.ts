import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { loadBindings, transformSync } from "next/dist/build/swc/index.js";

// Node reads our TypeScript, but not the markup of letters. This reads it as the portal's own build does.
await loadBindings();

const options = {
  jsc: {
    parser: { syntax: "typescript", tsx: true },
    transform: { react: { runtime: "automatic" } },
    target: "es2022",
  },
};

// "These words=>those words": the letters of another release.
const [was = "", is = ""] = process.env.REWORDED?.split("=>") ?? [];

registerHooks({
  load(url, context, next) {
    if (!url.startsWith("file:") || !url.endsWith(".tsx")) return next(url, context);
    const source = readFileSync(fileURLToPath(url), "utf8").replaceAll(was || "\0", is);
    const { code } = transformSync(source, options);
    return { format: "module", source: code, shortCircuit: true };
  },
});
