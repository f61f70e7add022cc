import { startTestCluster } from "#tests/support/database.ts";

export default startTestCluster;
