import { GET } from "#app/calendar/[file]/route.ts";
import { onRequestError } from "../../instrumentation.ts";

// Run by feed-log.db.test.ts in a process of its own, whose output it reads.
const file = process.argv[2] ?? "";
const answer = await GET(new Request(`http://localhost:3000/calendar/${file}`), {
  params: Promise.resolve({ file }),
});
await onRequestError(
  new Error(`GET /calendar/${file} went wrong`),
  { path: `/calendar/${file}`, method: "GET", headers: {} },
  {
    routerKind: "App Router",
    routePath: "/calendar/[file]",
    routeType: "route",
    renderSource: undefined,
    revalidateReason: undefined,
  },
);
process.exit(answer.status === 500 ? 0 : 1);
