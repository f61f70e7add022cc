import type { flags } from "#db/schema/index.ts";
import type { Tier } from "#lib/questions/question.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { openConsulted, openSettling } from "./sealed.ts";

export type ReadFlag = {
  id: string;
  tier: Tier;
  holdsGuidance: boolean;
  since: number;
  /** How the coach settled it, in words or without; of a doctor’s view who was asked, and when. */
  settled: {
    at: number;
    words: string;
    consulted: { who: string; on: string } | null;
    canUndo: boolean;
  } | null;
};

/** A mark as its coach reads it. */
export function readFlag(row: typeof flags.$inferSelect, key: SealingKey, now: number): ReadFlag {
  const { id, tier, holdsGuidance, raisedAt: since, settledAt } = row;
  if (settledAt === null) return { id, tier, holdsGuidance, since, settled: null };
  const words = row.settledWith ? openSettling(key, row.settledWith, row) : "";
  const consulted = row.consulted ? openConsulted(key, row.consulted, row) : null;
  const canUndo = now - settledAt <= undoWithin;
  return { id, tier, holdsGuidance, since, settled: { at: settledAt, words, consulted, canUndo } };
}
