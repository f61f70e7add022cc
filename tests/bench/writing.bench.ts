import { randomBytes, randomUUID } from "node:crypto";
import { asSystem, asViewer } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { sealAnswers } from "#lib/reflections/answers.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import type { Figure } from "#tests/bench/figure.ts";
import { aSessionToCome, beforeIt } from "#tests/support/asked.ts";
import { aClient, aCoach, aSession, type Client, type Coach } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { medianCalls } from "./median-calls.ts";
import { medianTimes } from "./median-times.ts";
import { onPortals, type Site } from "./on-portal.ts";

const MOST_AUTOSAVE = 3; // times a mutation that changes nothing
const MOST_SEALING = 0.2; // ms for 4 kB, sealed and opened
const MOST_FULL_PAGE = 1.5; // times the page of somebody who wrote little

const [few, many] = [5, 500];

/** What it costs to keep what somebody writes, and to show it when there is much of it. */
export function run(): Promise<Figure[]> {
  return onPortals(1, async (site) => {
    if (!site) throw new Error("A portal was asked for");
    await ensureQuestions(site.databaseUrl, Date.now());
    return [await autosave(site), sealing(), ...(await fullPages(site))];
  });
}

async function autosave({ url, within }: Site): Promise<Figure> {
  const { client, session, booking, asked } = await within(async () => {
    const [client, coach] = [await aClient(), await aCoach()];
    const booking = await aSessionToCome({ for: client, with: coach });
    const asked = await findAsked(client, beforeIt(booking), Date.now());
    return { client, session: await aSession(client), booking, asked };
  });
  const caller = callerOf(url, session);
  let revision = 0;
  const save = async (turn: number) => {
    const said = await caller.post(
      "/api/reflections/asked",
      {
        ...{
          author: client.id,
          about: beforeIt(booking),
          templateVersionId: asked.templateVersionId,
          revision,
        },
        answers: { focus: `What I noticed this week, once more: ${turn} `.repeat(12) },
      },
      randomUUID(),
    );
    ({ revision } = JSON.parse(said) as { revision: number });
  };
  // Nobody reads this person's calendar: there is nothing to stop.
  const nothing = () => caller.post("/api/calendar-feed/stop", {}, randomUUID());
  const [ours, floor] = await medianCalls({ rounds: 300, warmUp: 50 }, save, nothing);
  caller.hangUp();
  return told("autosave", ours, floor, MOST_AUTOSAVE);
}

function sealing(): Figure {
  const key = { id: "client", key: randomBytes(32) };
  const words = randomBytes(3_000).toString("base64");
  const [us] = medianTimes(() =>
    unseal([key], seal([key], words, "reflections|answers|a|b"), "reflections|answers|a|b"),
  );
  const ours = us / 1_000;
  return {
    ...{ case: "seal and open 4 kB", ours, floor: 0, unit: "ms", ratio: null },
    ...{ limit: MOST_SEALING, ok: ours <= MOST_SEALING },
  };
}

async function fullPages({ url, within }: Site): Promise<Figure[]> {
  const { coach, little, much } = await within(async () => {
    const [coach, one, other] = [await aCoach(), await aClient(), await aClient()];
    await writeMuch(one, coach, few);
    await writeMuch(other, coach, many);
    return {
      coach: await aSession(coach),
      little: { id: one.id, session: await aSession(one) },
      much: { id: other.id, session: await aSession(other) },
    };
  });
  const figures: Figure[] = [];
  for (const path of ["/journal", "/looking-back", "/sessions"])
    figures.push(await page(path, [url, much.session, path], [url, little.session, path]));
  const ofClient = ({ id }: { id: string }) => `/coach/clients/${id}`;
  figures.push(
    await page("the coach's page of a client", [url, coach, ofClient(much)], [url, coach, ofClient(little)]),
  );
  return figures;
}

type Asked = [url: string, session: string, path: string];

async function page(title: string, full: Asked, empty: Asked): Promise<Figure> {
  const callers = [full, empty].map(([url, session]) => callerOf(url, session));
  const [ours, floor] = await medianCalls(
    { rounds: 60, warmUp: 10 },
    () => callers[0]?.get(full[2]) ?? Promise.reject(new Error("nobody asks")),
    () => callers[1]?.get(empty[2]) ?? Promise.reject(new Error("nobody asks")),
  );
  for (const caller of callers) caller.hangUp();
  return told(`${many} beside ${few}: ${title}`, ours, floor, MOST_FULL_PAGE);
}

/** Entries of a journal, each of them shared with the coach and a few hundred words long. */
async function writeMuch(client: Client, coach: Coach, count: number): Promise<void> {
  const key = await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  const text = "What I noticed: the river, and how long it took to say so. ".repeat(30);
  const sealed = (table: "reflections" | "reflection_shares", id: string) =>
    sealAnswers(key, { text }, { table, id, clientId: client.id });
  const hour = 3_600_000;
  await asSystem("a bench needs much that was written", async (tx) => {
    const journeyId = await ensureIndividualJourney(tx, client.id, coach.id);
    const ids = Array.from({ length: count }, () => ({ id: randomUUID(), share: randomUUID() }));
    await tx.insert(reflections).values(
      ids.map(({ id }, nth) => ({
        ...{ id, authorId: client.id, kind: "journal" as const, answers: sealed("reflections", id) },
        ...{ revision: 1, writtenAt: Date.now() - nth * hour },
      })),
    );
    await tx.insert(reflectionShares).values(
      ids.map(({ id, share }, nth) => ({
        ...{ id: share, reflectionId: id, authorId: client.id, readerId: coach.id, reader: "coach" as const },
        ...{ journeyId, kind: "journal" as const, answers: sealed("reflection_shares", share), revision: 1 },
        ...{ sharedAt: Date.now() - nth * hour, readableFrom: Date.now() - nth * hour },
      })),
    );
  });
}

function told(title: string, ours: number, floor: number, limit: number): Figure {
  const ratio = ours / floor;
  return { case: title, ours, floor, unit: "ms", ratio, limit, ok: ratio <= limit };
}
