import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { loadDemo } from "#db/demo/load.ts";
import { startTemporaryDatabase } from "#db/embedded.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";

export type FreshDatabase = {
  /** As the portal's own role. */
  url: string;
  /** The same database, as superuser: for looking past the row policies. */
  adminUrl: string;
  drop: () => Promise<void>;
};

const templates = { empty: "attune_template", demo: "attune_template_demo" };

/** One PostgreSQL server for a whole run, with migrated databases to copy from. Processes started after it find it by themselves. */
export async function startTestCluster({ withDemo = false } = {}): Promise<() => Promise<void>> {
  const server = await startTemporaryDatabase();
  process.env.TEST_CLUSTER_URL = server.url;
  process.env.TEST_CLUSTER_ADMIN_URL = server.adminUrl;
  await copyDatabase(templates.empty, "template0");
  await migrateDatabase(named(server.url, templates.empty));
  if (withDemo) {
    await copyDatabase(templates.demo, templates.empty);
    await ensureCourse(named(server.url, templates.demo), Date.now());
    await ensureQuestions(named(server.url, templates.demo), Date.now());
    await loadDemo(named(server.url, templates.demo), Date.now());
  }
  return server.stop;
}

/** A migrated database of one's own: a copy of the template, made in some 50 ms. The demo is there if the cluster has it. */
export async function freshDatabase(kind: keyof typeof templates = "empty"): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await copyDatabase(name, templates[kind]);
  return {
    url: named(address("TEST_CLUSTER_URL"), name),
    adminUrl: named(address("TEST_CLUSTER_ADMIN_URL"), name),
    drop: async () => {
      await asAdmin((admin) => admin.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

async function copyDatabase(name: string, template: string): Promise<void> {
  // To copy its files takes less work than to write each page through the log, as PostgreSQL does unless told.
  const how = `template ${template} strategy file_copy owner attune`;
  await asAdmin((admin) => admin.unsafe(`create database ${name} ${how}`));
}

async function asAdmin<T>(work: (admin: postgres.Sql) => Promise<T>): Promise<T> {
  const admin = postgres(address("TEST_CLUSTER_ADMIN_URL"), {
    max: 1,
    onnotice: () => {},
  });
  try {
    return await work(admin);
  } finally {
    await admin.end({ timeout: 5 });
  }
}

function address(name: string): string {
  const url = process.env[name];
  if (!url)
    throw new Error("No test cluster runs: call startTestCluster first (vitest does, by its global setup)");
  return url;
}

function named(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}
