import { startTestCluster } from "#tests/support/database.ts";

// Each project of vitest asks for it, and loads this file anew.
const kept = globalThis as unknown as { testCluster?: Promise<() => Promise<void>> };

export default function setup(): Promise<() => Promise<void>> {
  kept.testCluster ??= startTestCluster();
  return kept.testCluster;
}
