import { desc, isNull } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { type AskedSet, readAskedVersion } from "#lib/questions/queries.ts";
import { type Answers, inNameOf, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { namesOf } from "#lib/reflections/readers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { About } from "./about.ts";
import { answersUnder, isSame } from "./answers.ts";
import {
  type Earlier,
  openRow,
  openToFillIn,
  questionsFor,
  readEarlier,
  readToFillIn,
  runningBefore,
} from "./earlier.ts";
import { findPartner, mayBeShown } from "./partner.ts";
import { findQuestions, findSession } from "./session.ts";
import { selectStored, writtenAbout } from "./stored.ts";

/** What stands with the coach now. Instants in epoch milliseconds. */
export type Shared = {
  id: string;
  sharedAt: number;
  readableFrom: number;
  openedAt: number | null;
  /** Nothing was changed since. */
  isNewest: boolean;
};

export type AskedPage = {
  about: About;
  author: string;
  zone: string;
  session: { start: number; end: number; coachId: string; coachName: string };
  templateVersionId: string;
  /** In the coach's name; those of a first time only while they were never answered before. */
  questions: Question[];
  answers: Answers;
  revision: number;
  saved: string;
  /** What they answered before these, newest first, where it matters whether it is twice running. */
  earlier: Answers[];
  from: number;
  until: number;
  isOpen: boolean;
  share: Shared | undefined;
  takenBack: { id: string; wasOpened: boolean; canUndo: boolean } | undefined;
  /** Couple sessions: which answers may be shown to the other one, and which are. */
  partner:
    | {
        id: string;
        name: string;
        keys: string[];
        shown: string[];
        shareId: string | undefined;
        /** What they see is what stands here. */
        isNewest: boolean;
      }
    | undefined;
};

/**
 * What is asked of a client beside a session, and what they answered. Throws NotFound where it is not theirs, nothing is
 * asked, or it is not time yet; afterwards it is there for whoever wrote something.
 */
export async function findAsked(client: ClientViewer, about: About, now: number): Promise<AskedPage> {
  return asViewer(client, async (tx) => {
    const [session, [stored], copies] = await together(
      findSession(tx, client, about.bookingId),
      selectStored(tx, client, about).execute(),
      selectCopies(tx, client, about).execute(),
    );
    const { set, from, until, isOpen } = await findQuestions(tx, about, session, now);
    const asked = isOpen ? set : stored && (await versionOf(tx, set, stored.templateVersionId));
    if (!asked) throw new NotFound();
    const context = { about, session, questions: asked.questions };
    const [earlier, filledIn, partner] = await together(
      readEarlier(tx, client, context),
      stored ? undefined : readToFillIn(tx, client, context),
      findPartner(tx, client, about, session),
    );
    const isSealed = Boolean(stored ?? filledIn) || copies.length + countRows(earlier) > 0;
    const { key, names } = await readKeys(tx, isSealed ? client : undefined, partner?.id);
    const open = (row: Parameters<typeof openRow>[2]) => openRow(need(key), client, row);
    const own = stored ? open(stored) : openToFillIn(filledIn, open);
    const questions = questionsFor(asked.questions, own, earlier, open);
    const answers = answersUnder(questions, own);
    // Of what a copy says, what stands beside the questions that are shown.
    const openCopy = ({ id, answers: sealed }: Copy) => {
      const place = { table: "reflection_shares", id, clientId: client.id } as const;
      return answersUnder(questions, openAnswers<Answers>(need(key), sealed, place));
    };
    const { coachId, coachName, during, zone } = session;
    return {
      about,
      author: client.id,
      zone,
      session: { ...during, coachId, coachName },
      templateVersionId: asked.versionId,
      questions: questions.map((question) => inNameOf(coachName, question)),
      answers,
      revision: stored?.revision ?? 0,
      saved: stored ? savedWords(stored.writtenAt, zone, now) : "",
      earlier: runningBefore(questions, earlier, open),
      ...{ from, until, isOpen },
      ...sharedWith(coachId, copies, { answers, openCopy, now }),
      partner: partner && {
        id: partner.id,
        name: names.get(partner.id) ?? "",
        keys: questions.filter(mayBeShown).map(({ key }) => key),
        ...shownTo(partner.id, copies, { answers, openCopy }),
      },
    };
  });
}

type Copy = Awaited<ReturnType<typeof selectCopies>>[number];

/** For each reader what they have before them, and what was last taken back from them. */
function selectCopies(tx: Tx, client: ClientViewer, about: About) {
  const { id, readerId, answers, sharedAt, readableFrom, openedAt, withdrawnAt } = reflectionShares;
  return tx
    .selectDistinctOn([readerId, isNull(withdrawnAt)], {
      ...{ id, readerId, answers, sharedAt, readableFrom, openedAt, withdrawnAt },
    })
    .from(reflectionShares)
    .where(writtenAbout(reflectionShares, client, about))
    .orderBy(readerId, isNull(withdrawnAt), desc(sharedAt), desc(withdrawnAt));
}

function versionOf(tx: Tx, set: AskedSet | undefined, versionId: string): Promise<AskedSet | undefined> {
  return set?.versionId === versionId ? Promise.resolve(set) : readAskedVersion(tx, versionId);
}

const countRows = ({ firstRows, runningRows }: Earlier) => firstRows.length + runningRows.length;

async function readKeys(tx: Tx, client: ClientViewer | undefined, partnerId: string | undefined) {
  const names = new Map<string, string>();
  if (!client && !partnerId) return { key: undefined, names };
  return stepAsSystem(tx, "a client reads what they answered", async () => {
    const [keys, known] = await together(
      client ? findClientKeys(tx, [client.id]) : undefined,
      partnerId ? namesOf(tx, [partnerId]) : names,
    );
    return { key: client && keys?.get(client.id), names: known };
  });
}

function need(key: SealingKey | undefined): SealingKey {
  if (!key) throw new Error("What was sealed has no key");
  return key;
}

type Standing = { answers: Answers; openCopy: (copy: Copy) => Answers };

function sharedWith(
  coachId: string,
  copies: readonly Copy[],
  { answers, openCopy, now }: Standing & { now: number },
): Pick<AskedPage, "share" | "takenBack"> {
  const theirs = copies.filter(({ readerId }) => readerId === coachId);
  const copy = theirs.find(({ withdrawnAt }) => withdrawnAt === null);
  if (copy) {
    const { id, sharedAt, readableFrom, openedAt } = copy;
    const isNewest = isSame(openCopy(copy), answers);
    return { share: { id, sharedAt, readableFrom, openedAt, isNewest }, takenBack: undefined };
  }
  const [last] = theirs;
  const takenBack = last && {
    id: last.id,
    wasOpened: last.openedAt !== null,
    canUndo: now - (last.withdrawnAt ?? 0) <= undoWithin,
  };
  return { share: undefined, takenBack };
}

function shownTo(partnerId: string, copies: readonly Copy[], { answers, openCopy }: Standing) {
  const copy = copies.find((one) => one.readerId === partnerId && one.withdrawnAt === null);
  const shown = copy ? openCopy(copy) : {};
  const keys = Object.keys(shown);
  const isNewest = keys.every((key) => isSame({ [key]: shown[key] ?? "" }, { [key]: answers[key] ?? "" }));
  return { shown: keys, shareId: copy?.id, isNewest };
}
