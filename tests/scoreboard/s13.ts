import { monitorEventLoopDelay } from "node:perf_hooks";
import { type Caps, caps } from "#lib/calendar/busy/caps.ts";
import { FeedProblem } from "#lib/calendar/busy/problems.ts";
import { readInWorker } from "#lib/calendar/busy/read-in-worker.ts";
import { tryAttacks } from "#tests/calendar/written/attacks.ts";
import { bombs } from "#tests/calendar/written/bombs.ts";
import { makeFeed, type WrittenFeed } from "#tests/calendar/written/make-meetings.ts";
import { mutate } from "#tests/calendar/written/mutate.ts";
import { readMany } from "#tests/calendar/written/read-many.ts";
import { busyByModel } from "#tests/calendar/written/reference.ts";
import { writeFeed } from "#tests/calendar/written/write-feed.ts";
import { startCalendarHost } from "#tests/support/calendar-host.ts";
import type { BoardTest } from "./board.ts";
import { readByPortal } from "./read-by-portal.ts";

const reader = { zone: "Europe/Berlin", now: Date.UTC(2026, 10, 25, 10) };
const tooLong = 3_000;

/** Calendars from anywhere: right ones are read right, and no other harms anybody. */
export const s13: BoardTest = {
  id: "S13",
  title: "Calendars from outside",
  isQuick: true,
  async run(_, { guard, quick }) {
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 20);
    const isShort = quick || !guard;
    const feeds = Array.from({ length: isShort ? 200 : 1_000 }, (_, at) => makeFeed(seed + at));
    const texts = feeds.map(({ style, meetings }) => writeFeed(style, meetings));
    // The twin leaves out which times do not take place.
    const given = guard ? texts : texts.map((text) => text.replace(/^EXDATE.*(\r?\n .*)*\r?\n/gm, ""));
    const wrong = await countWrong(feeds, given);

    const host = await startCalendarHost();
    const lag = monitorEventLoopDelay({ resolution: 10 });
    lag.enable();
    const through = await tryAttacks(host, { ...host.reach(), ...(!guard && { mayReach: () => true }) });
    const { times, odd } = await setOff(
      guard ? caps : { ...caps, patience: 5_000, interval: Number.POSITIVE_INFINITY },
      isShort,
    );
    lag.disable();
    await host.stop();

    const count = isShort ? 400 : 10_000;
    const broken = Array.from({ length: count }, (_, at) =>
      mutate(texts[at % texts.length] ?? "", seed + at),
    );
    const { outcomes, slow } = await readMany(broken, reader);
    const again = await setOffAll(slow, caps);
    const outOfOrder = outcomes.filter((outcome) => outcome.includes("order"));
    const viaPortal = guard ? await readByPortal(seed) : undefined;

    const counts = {
      seed,
      "busy sets unlike the reference": wrong.length,
      "inner connections": host.knocks(),
      "attacks let through": through.length,
      "bombs that took over 3 s": times.filter((ms) => ms > tooLong).length,
      "changed ones that took over 3 s": again.times.filter((ms) => ms > tooLong).length,
      "odd ends": odd.length + again.odd.length + outOfOrder.length,
      "slowest ms": Math.round(Math.max(...times, ...again.times)),
      "event loop lag ms": Math.round(lag.max / 1e6),
      ...viaPortal?.counts,
      ...(wrong.length + through.length > 0 && { first: [...wrong, ...through].slice(0, 5).join(" · ") }),
    };
    const hangs = counts["bombs that took over 3 s"] + counts["changed ones that took over 3 s"];
    const isNoticed = wrong.length > 0 && host.knocks() > 0 && hangs > 0;
    return {
      tried: `${feeds.length} calendars of five makers, ${Object.keys(bombs).length} bombs, ${count} changed at random, and every known way inside`,
      counts,
      pass: guard
        ? wrong.length + host.knocks() + through.length + hangs + counts["odd ends"] === 0 &&
          lag.max < 200e6 &&
          viaPortal?.isRight === true
        : !isNoticed,
    };
  },
};

/** Every tenth is read as the portal does, in a thread of its own; the rest would only take longer there. */
async function countWrong(feeds: WrittenFeed[], texts: string[]): Promise<string[]> {
  const { readCalendar } = await import("#lib/calendar/busy/read-calendar.ts");
  const wrong: string[] = [];
  for (const [at, feed] of feeds.entries()) {
    const text = texts[at] ?? "";
    const busy = at % 10 === 0 ? await readInWorker(text, feed) : readCalendar(text, feed);
    if (JSON.stringify(busy) !== JSON.stringify(busyByModel(feed.meetings, feed)))
      wrong.push(`calendar ${at} of ${feed.style} in ${feed.zone}`);
  }
  return wrong;
}

const setOff = (most: Caps, isShort: boolean) =>
  setOffAll(isShort ? briefBombs.map((name) => bombs[name] ?? "") : Object.values(bombs), most);

// One of each kind of harm.
const briefBombs = [
  "a thousand million weeks",
  "every second",
  "30 February, by days",
  "many daily entries",
  "begins without end",
];

async function setOffAll(texts: string[], most: Caps) {
  const times: number[] = [];
  const odd: string[] = [];
  for (const text of texts) {
    const began = performance.now();
    await readInWorker(text, reader, most).catch((error: unknown) => {
      if (!(error instanceof FeedProblem)) odd.push(String(error));
    });
    times.push(performance.now() - began);
  }
  return { times, odd };
}
