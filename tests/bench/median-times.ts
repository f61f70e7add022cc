// Many short rounds: what else the machine does then falls into a few of them, and the median is none of those.
const ROUNDS = 1001;
const ROUND_MS = 0.5;
const WARM_UP_MS = 500;

/** Microseconds each piece of work takes, the median of rounds in which all take turns in one process. */
export function medianTimes<Work extends (() => unknown)[]>(
  ...works: Work
): { [Each in keyof Work]: number } {
  const repeats = works.map((work) =>
    Math.ceil(ROUND_MS / millisecondsEach(work, timesIn(work, WARM_UP_MS))),
  );
  const times = works.map(() => new Float64Array(ROUNDS));
  for (let round = 0; round < ROUNDS; round++) {
    works.forEach((work, i) => {
      times[i]?.set([millisecondsEach(work, repeats[i] ?? 1) * 1000], round);
    });
  }
  return times.map((each) => each.sort()[ROUNDS >> 1]) as { [Each in keyof Work]: number };
}

function timesIn(work: () => unknown, milliseconds: number): number {
  const end = performance.now() + milliseconds;
  let times = 0;
  for (; performance.now() < end; times++) work();
  return times;
}

function millisecondsEach(work: () => unknown, times: number): number {
  const begin = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - begin) / times;
}
