import { desc, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { consentTexts } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { ConfirmTextInput, PublishTextInput } from "../input.ts";

/** The owner gives a topic new words, which everybody is asked to agree to anew. A draft, until they confirm it. */
export async function publishText(
  owner: OwnerViewer,
  topic: string,
  { title, body, after }: PublishTextInput,
  now: number,
): Promise<{ version: number }> {
  return asViewer(owner, async (tx) => {
    const newest = await findNewest(tx, topic);
    if (newest.version !== after) throw publishedElsewhere();
    if (newest.title === title && newest.body === body)
      throw new Refusal("These are the words that stand there now, so nobody was asked again.", {
        code: "same_words",
        field: "body",
      });
    const version = after + 1;
    const [made] = await tx
      .insert(consentTexts)
      .values({ topic, version, title, body, publishedBy: owner.id, publishedAt: now })
      .onConflictDoNothing()
      .returning({ id: consentTexts.id });
    if (!made) throw publishedElsewhere();
    await note(
      tx,
      owner,
      "agreement_text.published",
      { type: "agreement_text", id: made.id },
      { topic, version },
    );
    return { version };
  });
}

/** The owner says that the newest words may be used as they are, or takes that back. */
export async function confirmText(
  owner: OwnerViewer,
  topic: string,
  { version, isConfirmed }: ConfirmTextInput,
  now: number,
): Promise<void> {
  await asViewer(owner, async (tx) => {
    const newest = await findNewest(tx, topic);
    if (newest.version !== version) throw publishedElsewhere();
    if ((newest.confirmedAt !== null) === isConfirmed) return;
    await tx
      .update(consentTexts)
      .set({ confirmedAt: isConfirmed ? now : null })
      .where(eq(consentTexts.id, newest.id));
    const action = isConfirmed ? "agreement_text.confirmed" : "agreement_text.draft_again";
    await note(tx, owner, action, { type: "agreement_text", id: newest.id }, { topic, version });
  });
}

async function findNewest(tx: Tx, topic: string) {
  const [newest] = await tx
    .select({
      id: consentTexts.id,
      version: consentTexts.version,
      title: consentTexts.title,
      body: consentTexts.body,
      confirmedAt: consentTexts.confirmedAt,
    })
    .from(consentTexts)
    .where(eq(consentTexts.topic, topic))
    .orderBy(desc(consentTexts.version))
    .limit(1);
  if (!newest) throw new NotFound();
  return newest;
}

function publishedElsewhere(): Refusal {
  return new Refusal(
    "There is a newer version by now, from another window. What you wrote is still on this page.",
    { code: "stale" },
  );
}
