import { randomUUID } from "node:crypto";
import { asSystem, asViewer } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { sealConsulted, sealQuestion, sealSettling } from "#lib/flags/sealed.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { aDayPlan, agree } from "#tests/support/agreements.ts";
import {
  aGuidanceHeld,
  answered,
  aSessionToCome,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { entryOf } from "#tests/support/journal.ts";
import { aSessionHeld } from "#tests/support/notes.ts";
import type { Client } from "#tests/support/people.ts";
import type { Process } from "#tests/support/portal.ts";
import { allNo, writingOf } from "#tests/support/screening.ts";
import { written } from "#tests/support/writing.ts";
import { ask, bodyOf } from "./ask.ts";
import { aCast, type Cast } from "./cast.ts";
import { writtenByCoach } from "./notes-written.ts";
import { subjectTimes } from "./subjects.ts";
import type { World } from "./world.ts";

export const readers = ["ada", "ben", "cleo", "bea", "sol", "kim", "visitor"] as const;
export type Reader = (typeof readers)[number];

/** Words that stand for what somebody wrote, and who may read them. `page`: where whoever wrote them does. */
export type Canary = { words: string; what: string; for: readonly Reader[]; page?: string };

export type Writings = {
  cast: Cast;
  canaries: Canary[];
  sessions: Record<Reader, string | undefined>;
  /** Ada and Ben go to Sol, together too; Cleo does alone; Bea goes to Kim, whose practice it is. */
  people: Record<Exclude<Reader, "visitor">, { id: string }>;
  bookings: string[];
  /** What Ada shared with Sol. */
  shares: string[];
  lessonSlug: string;
  /** Of Sol's. */
  templates: string[];
};

/** One piece of every kind of writing that there is, written as browsers do, wherever they can. */
export async function everyWriting(world: World, process: Process): Promise<Writings> {
  await ensureQuestions(world.database.url, Date.now());
  const cast = await aCast();
  const { client: ada, partner: ben, coach: sol, writing: lesson } = cast.ours;
  const { cleo } = cast.near;
  await aSessionToCome({ for: cleo, with: sol, start: subjectTimes.soon(), minutes: 5 });
  const { sessions } = cast;
  const canaries: Canary[] = [];
  const bookings: string[] = [];
  const canary = (what: string, readers: Canary["for"], page?: string) => {
    const words = `canary-${randomUUID()}`;
    canaries.push({ words, what, for: readers, ...(page && { page }) });
    return words;
  };
  const post = async <T>(who: Reader, path: string, body: object): Promise<T> => {
    const answer = await ask(process, path, { session: sessions[who] ?? "", body, key: randomUUID() });
    if (answer.status !== 200)
      throw new Error(`${path} answers ${answer.status} ${answer.text.slice(0, 200)}`);
    return bodyOf<T>(answer);
  };

  const inLesson = (client: Client, block: string, field: string, words: string) =>
    written(client, lesson, block, { [field]: words });
  const read = "/lessons/[slug]";
  await post(
    "ada",
    "/api/reflections",
    inLesson(ada, "ceiling", "words", canary("a journal in a lesson", ["ada"], read)),
  );
  await post("ada", "/api/reflections/share", {
    ...inLesson(ada, "draw-the-loop", "happened", canary("an exercise for the coach", ["ada", "sol"], read)),
    reader: sol.id,
  });
  await post("ada", "/api/reflections/share", {
    ...inLesson(ada, "scared", "words", canary("an answer for the partner", ["ada", "ben"], read)),
    reader: ben.id,
  });
  await post(
    "ben",
    "/api/reflections",
    inLesson(ben, "scared", "words", canary("the partner's own answer", ["ben"], read)),
  );
  await post(
    "cleo",
    "/api/reflections",
    inLesson(cleo, "ceiling", "words", canary("another client's journal", ["cleo"], read)),
  );

  const meeting = async (...clients: Client[]) => {
    const kind = clients.length > 1 ? "couple" : "preparation";
    const id = await aSessionToCome({
      for: clients,
      with: sol,
      kind,
      start: subjectTimes.soon(),
      minutes: 5,
    });
    bookings.push(id);
    return id;
  };
  const asks = "/sessions/[id]/reflection";
  const calm = calmAnswers.preparation;
  const save = async (who: "ada" | "ben", client: Client, id: string, answers: object) =>
    post(who, "/api/reflections/asked", await answered(client, beforeIt(id), answers as never));
  const share = async (client: Client, id: string, answers: object, on: number | null = null) =>
    post<{ shareId: string; readableFrom: number }>("ada", "/api/reflections/asked/share", {
      ...(await answered(client, beforeIt(id), answers as never)),
      on,
    });

  await save("ada", ada, await meeting(ada), { focus: canary("a draft before a session", ["ada"], asks) });
  const shared = await meeting(ada);
  const { shareId } = await share(ada, shared, {
    ...calm,
    focus: canary("a reflection that is shared", ["ada", "sol"], asks),
  });
  await save("ada", ada, shared, { intention: canary("what was written after sharing", ["ada"], asks) });
  const unopened = await share(ada, await meeting(ada), {
    ...calm,
    // The coach may, by an act that is told to the client. Until then it is on none of their pages.
    focus: canary("a reflection that nobody has opened", ["ada"], asks),
  });
  const later = await meeting(ada);
  await share(
    ada,
    later,
    { ...calm, focus: canary("a reflection for later", ["ada"], asks) },
    Date.now() + 1_800_000,
  );
  const takenBack = await share(ada, await meeting(ada), {
    ...calm,
    focus: canary("a reflection that was taken back", ["ada"], asks),
  });
  await post("ada", `/api/reflections/shares/${takenBack.shareId}/take-back`, {});

  const ofTwo = await meeting(ada, ben);
  const answersOfTwo = {
    ...calmAnswers.couple,
    hope: canary("a couple's reflection for the coach", ["ada", "sol"], asks),
    not_today: canary("what is not to be raised together", ["ada", "sol"], asks),
    valued: canary("one answer for the partner", ["ada", "sol", "ben"], asks),
  };
  const shownOfTwo = await share(ada, ofTwo, answersOfTwo);
  await post("ada", "/api/reflections/asked/partner", {
    ...(await answered(ada, beforeIt(ofTwo), {})),
    questions: ["valued"],
  });
  await save("ben", ben, ofTwo, { hope: canary("the partner's own draft", ["ben"], asks) });

  const held = await aGuidanceHeld({ for: ada, with: sol, daysAgo: 4 });
  bookings.push(held);
  await post(
    "ada",
    "/api/reflections/asked",
    await answered(ada, daysAfter(held, 3), {
      loud: canary("a check-in", ["ada"], "/sessions/[id]/check-in/[day]"),
    }),
  );
  const health = async (answers: object) => ({
    ...(await writingOf(ada, sol, answers as never)),
    answers,
  });
  const { screeningId } = await post<{ screeningId: string }>(
    "ada",
    "/api/screenings/share",
    await health({
      ...allNo,
      other_meds_list: canary("what is said about health", ["ada", "sol"], "/questions"),
    }),
  );
  await post("sol", `/api/coach/screenings/${screeningId}/move`, {
    to: "in_conversation",
    reason: canary("why a coach took a step", ["sol"]),
  });
  await post(
    "ada",
    "/api/screenings/keep",
    await health({ care_knows: canary("a draft about health", ["ada"], "/questions") }),
  );
  await agree(ada, sol, "touch", { also: canary("what is said beside an agreement", ["ada", "sol"]) });
  await aDayPlan(ada, sol, { anything: canary("a plan for the day", ["ada", "sol"], "/day-plan") });
  await post("ada", "/api/journal", entryOf(ada, canary("a journal entry", ["ada"], "/journal")));
  const entry = entryOf(ada, canary("a journal entry for the coach", ["ada", "sol"], "/journal"));
  const shownEntry = await post<{ shareId: string }>("ada", "/api/journal/share", {
    ...entry,
    reader: sol.id,
  });

  const opened = [shareId, shownOfTwo.shareId, shownEntry.shareId];
  for (const id of opened) await post("sol", `/api/coach/reflections/${id}/open`, {});
  await settledFlag(shareId, ada, sol.id, canary("how the coach settled something", ["sol"]));

  await post("sol", "/api/coach/bookings", {
    ...{ mail: true, reason: canary("a coach's own reason", ["sol"]), despite: [] },
    ...{
      journeyId: cast.ours.journey,
      typeId: cast.ours.type,
      start: new Date(subjectTimes.later()).toISOString(),
    },
  });
  const byCoach = await world.look<
    { id: string }[]
  >`select booking_id as id from booking_reasons where coach_id = ${sol.id}`;
  bookings.push(cast.ours.ids.request, ...byCoach.map(({ id }) => id));
  await post("sol", `/api/coach/bookings/${cast.ours.ids.request}/decline`, {
    sentence: canary("what the coach says to the client", ["ada", "sol"]),
  });
  const earlier = await aSessionHeld({ for: ada, with: sol, start: Date.now() - 30 * 86_400_000 });
  bookings.push(earlier);
  const { templates } = await writtenByCoach(
    { post: (path, body) => post("sol", path, body), canary, coach: sol, client: ada },
    [held, earlier],
  );
  await wrongly(process, sessions.ada, canaries, [shared, lesson.id]);
  const people = { ada, ben, cleo, bea: cast.theirs.client, sol, kim: cast.theirs.coach };
  return {
    ...{
      cast,
      canaries,
      sessions,
      people,
      bookings,
      lessonSlug: "slug" in lesson ? String(lesson.slug) : "",
    },
    templates,
    shares: [...opened, unopened.shareId, takenBack.shareId],
  };
}

async function settledFlag(shareId: string, client: Client, coachId: string, words: string): Promise<void> {
  const key = await asViewer(client, (tx) => ensureClientKey(tx, client.id));
  const place = { id: randomUUID(), clientId: client.id };
  await asSystem("the scoreboard needs a flag", (tx) =>
    tx.insert(flags).values({
      ...{ id: place.id, shareId, clientId: client.id, coachId, tier: "note", holdsGuidance: false },
      ...{ question: sealQuestion(key, "focus", place), raisedAt: Date.now() - 1_000 },
      ...{ settledAt: Date.now(), settledWith: sealSettling(key, words, place) },
      consulted: sealConsulted(key, { who: words, on: "2026-01-12" }, place),
    }),
  );
}

/** The same words in requests that go wrong, since what goes wrong is what gets logged. */
async function wrongly(process: Process, session: string | undefined, canaries: Canary[], ids: string[]) {
  const words = canaries.map((one) => one.words).join(" ");
  const bodies = [
    `{"answers": {"words": "${words}"`,
    { answers: { words } },
    {
      author: ids[0],
      about: { bookingId: ids[0], kind: "session", day: null },
      answers: { [words]: 1 },
      revision: 0,
    },
    {
      author: randomUUID(),
      lessonId: ids[1],
      versionId: randomUUID(),
      block: "x",
      answers: { words },
      revision: 0,
    },
    { answers: { words: `${words}\0`.repeat(50) } },
  ];
  for (const path of [
    "/api/reflections",
    "/api/reflections/share",
    "/api/reflections/asked",
    "/api/reflections/asked/share",
    "/api/screenings/keep",
    "/api/screenings/share",
    "/api/coach/notes",
    "/api/coach/summaries",
    "/api/coach/summaries/send",
  ])
    for (const body of bodies) await ask(process, path, { ...(session && { session }), body });
}
