import { startTestCluster } from "#tests/support/database.ts";

export default function setup(): Promise<() => Promise<void>> {
  return startTestCluster({ withDemo: true });
}
