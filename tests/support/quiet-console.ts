import { afterEach, beforeEach, vi } from "vitest";

const said: unknown[][] = [];

beforeEach(() => {
  said.length = 0;
  for (const level of ["error", "warn"] as const)
    vi.spyOn(console, level).mockImplementation((...words) => said.push(words));
});

afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0)
    throw new Error(`The console was written to:\n${said.map((words) => words.join(" ")).join("\n")}`);
});
