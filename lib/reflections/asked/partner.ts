import type { Tx } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { neverToPartner, type Question } from "#lib/questions/question.ts";
import { type Reader, selectWays } from "#lib/reflections/readers.ts";
import type { About } from "./about.ts";
import type { AskedSession } from "./session.ts";

/** The other one of a couple, beside a session of the two. Undefined: there is nobody to show anything to. */
export async function findPartner(
  tx: Tx,
  client: ClientViewer,
  about: About,
  session: AskedSession,
): Promise<Reader | undefined> {
  if (!isOfTwo(about, session)) return undefined;
  const ways = await selectWays(tx, client);
  const { journeyId, partnerId } = ways.find((way) => way.journeyId === session.journeyId) ?? {};
  return journeyId && partnerId ? { id: partnerId, as: "partner", journeyId } : undefined;
}

export const isOfTwo = ({ kind }: About, session: AskedSession) =>
  kind === "session" && session.kind === "couple";

/** Whatever a set says: some answers are never for a partner. */
export const mayBeShown = ({ key, partner }: Question) => partner === "may" && !neverToPartner.includes(key);
