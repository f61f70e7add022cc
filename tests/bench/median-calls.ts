type Call = (turn: number) => Promise<unknown>;

/**
 * Milliseconds that each call takes, the median of rounds in which all take turns, so that what else the machine does
 * falls on all alike. The first rounds warm up and do not count.
 */
export async function medianCalls<Calls extends Call[]>(
  { rounds, warmUp }: { rounds: number; warmUp: number },
  ...calls: Calls
): Promise<{ [Each in keyof Calls]: number }> {
  const times = calls.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++)
    for (const [index, call] of calls.entries()) {
      const began = performance.now();
      await call(round + warmUp);
      if (round >= 0) times[index]?.push(performance.now() - began);
    }
  return times.map((each) => each.sort((a, b) => a - b)[each.length >> 1]) as {
    [Each in keyof Calls]: number;
  };
}
