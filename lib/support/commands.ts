import { randomUUID } from "node:crypto";
import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { type StoredWay, supportResources } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { AddLineInput, ChangeLineInput } from "./input.ts";
import { todayOf } from "./queries.ts";
import { isEmergency } from "./rules.ts";

type Line = typeof supportResources.$inferSelect;

/** A line of the owner's own. It is hidden until they have checked it. Gives its id. */
export async function addLine(owner: OwnerViewer, input: AddLineInput, now: number): Promise<string> {
  const { checked, ...said } = input;
  return asViewer(owner, async (tx) => {
    const today = await todayOf(tx, owner, now);
    if (checked) demandCheckable(said);
    const id = randomUUID();
    await tx.insert(supportResources).values({
      ...said,
      id,
      ...hoursOf(said),
      verifiedOn: checked ? today : null,
      changedBy: owner.id,
      changedAt: now,
    });
    await noteIt(tx, owner, "support.added", id);
    return id;
  });
}

/** Other words or ways. Ways that nobody has checked are not shown: the line is hidden until somebody has. */
export async function changeLine(
  owner: OwnerViewer,
  id: string,
  { checked, ...said }: ChangeLineInput,
  now: number,
): Promise<{ isShown: boolean }> {
  return asViewer(owner, async (tx) => {
    const [today, line] = [await todayOf(tx, owner, now), await lockLine(tx, id)];
    const isAsChecked = hasSameWays(line.ways, said.ways) && said.sourceUrl !== "";
    if (checked) demandCheckable(said);
    else if (isEmergency(line) && !isAsChecked)
      throw new Refusal(
        "The emergency services are always shown, so a change to how they are reached has to be checked. Please check it, then tick that you did.",
        { field: "checked", code: "unchecked" },
      );
    const verifiedOn = checked ? today : isAsChecked ? line.verifiedOn : null;
    await change(tx, owner, line.id, { ...said, ...hoursOf(said), verifiedOn }, now);
    await noteIt(tx, owner, checked ? "support.checked" : "support.changed", id);
    return { isShown: verifiedOn !== null };
  });
}

/** Says that what is written there was checked today. From then on it is shown. */
export async function checkLine(owner: OwnerViewer, id: string, now: number): Promise<void> {
  await asViewer(owner, async (tx) => {
    const [today, line] = [await todayOf(tx, owner, now), await lockLine(tx, id)];
    demandCheckable(line);
    await change(tx, owner, id, { verifiedOn: today }, now);
    await noteIt(tx, owner, "support.checked", id);
  });
}

/** Nobody sees it until it is checked again. */
export async function hideLine(owner: OwnerViewer, id: string, now: number): Promise<void> {
  await asViewer(owner, async (tx) => {
    await todayOf(tx, owner, now);
    demandDispensable(await lockLine(tx, id));
    await change(tx, owner, id, { verifiedOn: null }, now);
    await noteIt(tx, owner, "support.hidden", id);
  });
}

export async function removeLine(owner: OwnerViewer, id: string, now: number): Promise<void> {
  await asViewer(owner, async (tx) => {
    await todayOf(tx, owner, now);
    demandDispensable(await lockLine(tx, id));
    await change(tx, owner, id, { removedAt: now }, now);
    await noteIt(tx, owner, "support.removed", id);
  });
}

/** As it was before it was removed. */
export async function bringLineBack(owner: OwnerViewer, id: string, now: number): Promise<void> {
  await asViewer(owner, async (tx) => {
    await todayOf(tx, owner, now);
    const back = await tx
      .update(supportResources)
      .set({ removedAt: null, changedBy: owner.id, changedAt: now })
      .where(and(eq(supportResources.id, id), isNotNull(supportResources.removedAt)));
    if (back.count === 0) throw new NotFound();
    await noteIt(tx, owner, "support.brought_back", id);
  });
}

async function lockLine(tx: Tx, id: string): Promise<Line> {
  const [line] = await tx
    .select()
    .from(supportResources)
    .where(and(eq(supportResources.id, id), isNull(supportResources.removedAt)))
    .for("update");
  if (!line) throw new NotFound();
  return line;
}

async function change(
  tx: Tx,
  owner: OwnerViewer,
  id: string,
  changes: Partial<typeof supportResources.$inferInsert>,
  now: number,
): Promise<void> {
  await tx
    .update(supportResources)
    .set({ ...changes, changedBy: owner.id, changedAt: now })
    .where(eq(supportResources.id, id));
}

const noteIt = (tx: Tx, owner: OwnerViewer, action: string, id: string) =>
  note(tx, owner, action, { type: "practice", id: owner.id }, { line: id });

function demandCheckable({ sourceUrl, ways }: Pick<Line, "sourceUrl" | "ways">): void {
  if (ways.length === 0)
    throw new Refusal("There is no way to reach them yet. Please add one first.", {
      field: "ways",
      code: "no_way",
    });
  if (sourceUrl === "")
    throw new Refusal("Please say where you checked it: the address of a page of theirs.", {
      field: "sourceUrl",
      code: "no_source",
    });
}

function demandDispensable(line: Line): void {
  if (isEmergency(line))
    throw new Refusal("The emergency services are always shown. What is said of them can be changed.", {
      code: "always_shown",
    });
}

const hoursOf = ({ hoursText, hoursVerified }: Pick<Line, "hoursText" | "hoursVerified">) => ({
  hoursVerified: hoursVerified && hoursText !== "",
});

const hasSameWays = (one: StoredWay[], other: StoredWay[]) =>
  one.length === other.length && one.every(({ to }, index) => to === other[index]?.to);
