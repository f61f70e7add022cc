import { readFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase } from "#db/client.ts";
import { readyBuild } from "#lib/running/build.ts";
import { checkout } from "#lib/running/install.mjs";
import type { Figure } from "#tests/bench/figure.ts";
import { scriptsIn, weigh } from "#tests/bench/page-scripts.ts";
import { startTestCluster } from "#tests/support/database.ts";
import { startPortal } from "#tests/support/portal.ts";
import "#tests/support/read-letters.ts";
import { testSettings } from "#tests/support/settings.ts";

// Only now: some of what is listed writes letters.
const { listPages } = await import("#tests/support/pages.ts");

// Kilobytes of script, packed, that a page may carry more than an empty one.
const LIMIT = 60;

/** How much script each page carries (`ours`) beyond what an empty page of the same build loads (`floor`). */
export async function* run(): AsyncIterable<Figure> {
  await readyBuild();
  const stopCluster = await startTestCluster({ withDemo: true });
  const portal = await startPortal({ processes: 1 });
  Object.assign(process.env, testSettings, { DATABASE_URL: portal.database.url });
  try {
    const empty = weigh(scriptsOfEmptyPage());
    for (const { route, path, cookie } of await listPages(portal.processes[0].url)) {
      const response = await fetch(`${portal.processes[0].url}${path}`, { headers: { cookie } });
      if (!response.ok || response.redirected) throw new Error(`${path} answers ${response.status}`);
      const ours = weigh(scriptsIn(await response.text())) - empty;
      yield { case: route, ours, floor: empty, unit: "kB", ratio: null, limit: LIMIT, ok: ours <= LIMIT };
    }
  } finally {
    await closeDatabase();
    await portal.stop();
    await stopCluster();
  }
}

function scriptsOfEmptyPage(): Set<string> {
  const manifest = JSON.parse(readFileSync(join(checkout, ".next", "build-manifest.json"), "utf8"));
  return new Set(manifest.rootMainFiles as string[]);
}
