import type { Instrumentation } from "next";

/** Runs once when the server process starts, before it answers. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startWorker } = await import("#lib/jobs/worker.ts");
  await startWorker();
}

/** What a page or a route threw: once in the log, without the words of anybody. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { errorFields, log } = await import("#lib/log.ts");
  log.error("A request failed", { ...errorFields(error), route: context.routePath, method: request.method });
};
