import { and, eq } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { coaches, privateNotes, safetyPlans } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { agreementsIn } from "#lib/consent/queries.ts";
import { readAgreements } from "#lib/consent/standing.ts";
import { standingSheet } from "#lib/notes/queries.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { openKept } from "#lib/safety-plan/standing.ts";
import { readClientHead } from "./find-client.ts";
import type { Place, Show } from "./timeline/place.ts";
import { readTimeline } from "./timeline/queries.ts";

/** All of a client's page: who they are, a page of their path, and what stands beside it. Undefined: not this coach's. */
export function readClientPage(
  coach: CoachViewer,
  clientId: string,
  asked: { show: Show; before: Place | undefined },
  now: number,
) {
  return asViewer(coach, async (tx) => {
    const client = await readClientHead(tx, coach, clientId, now);
    if (!client) return undefined;
    const page = await readTimeline(tx, coach, clientId, asked, now);
    const standing = await readAgreements(tx, { clientId, coachId: coach.id });
    const { note, plan } = await selectBeside(tx, coach, clientId);
    const isSealed = note !== null || plan !== null || standing.some(({ latest }) => latest);
    const key = isSealed ? await findKey(tx, clientId) : undefined;
    const kept = plan ? openKept(plan, clientId, key) : undefined;
    const row = note ?? undefined;
    return {
      ...{ client, page },
      agreements: agreementsIn(standing, { clientId, coachName: client.coachName, key }),
      note: standingSheet(coach, clientId, { row, key, zone: client.coachZone }, now),
      /** Whom the client named to call. The number is asked for on its own. */
      call: kept && { person: kept.plan.person, hasNumber: kept.plan.number !== "" },
    };
  });
}

async function findKey(tx: Tx, clientId: string) {
  const keys = await stepAsSystem(tx, "a coach's page of a client is read", () =>
    findClientKeys(tx, [clientId]),
  );
  return keys.get(clientId);
}

async function selectBeside(tx: Tx, coach: CoachViewer, clientId: string) {
  const n = privateNotes;
  const p = safetyPlans;
  const [row] = await tx
    .select({
      note: {
        ...{ id: n.id, aboutId: n.aboutId, words: n.words, revision: n.revision },
        ...{ writtenAt: n.writtenAt, finishedAt: n.finishedAt },
      },
      plan: { id: p.id, plan: p.plan, revision: p.revision, writtenAt: p.writtenAt, keptUntil: p.keptUntil },
    })
    .from(coaches)
    .leftJoin(n, and(eq(n.coachId, coaches.id), eq(n.purpose, "standing"), eq(n.aboutId, clientId)))
    .leftJoin(p, and(eq(p.coachId, coaches.id), eq(p.clientId, clientId)))
    .where(eq(coaches.id, coach.id));
  return row ?? { note: null, plan: null };
}
