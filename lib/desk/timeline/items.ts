import type { NoReply } from "#lib/reflections/for-coach/no-replies.ts";

type OfSession = { session: string; type: string; start: number };

/** What is said of a thing on somebody's path, by its kind. */
export type Said =
  | { kind: "session"; said: { type: string; status: string; late: boolean; start: number; end: number } }
  | {
      kind: "written";
      said: {
        kind: "lesson" | "session" | "guidance_day" | "check_in" | "journal";
        day: number | null;
        session: string | null;
        start: number | null;
        type: string | null;
        lesson: string | null;
        opened: boolean;
      };
    }
  | { kind: "note"; said: OfSession & { isFinished: boolean } }
  | { kind: "summary"; said: OfSession & { isBack: boolean } }
  | { kind: "lesson"; said: { title: string } }
  | { kind: "health"; said: { to: string } }
  | { kind: "agreement"; said: { act: "signed" | "withdrawn"; title: string; version: number } }
  | { kind: "message"; said: { kind: string } };

export type Item = Said & { id: string; at: number; micros: string };
export type Silence = { kind: "silence"; at: number; said: NoReply };

/**
 * A page of what there is, newest first, with what was left unanswered in its time. `found` may hold one more than
 * stands on a page, which says that there are earlier ones. Where one page ends the next one begins, so that nothing
 * stands on two and nothing on none.
 */
export function pageOf(
  found: readonly Item[],
  silences: readonly NoReply[],
  { before, most }: { before: { micros: string } | undefined; most: number },
): { items: (Item | Silence)[]; rest: { micros: string; id: string } | undefined } {
  const shown = found.slice(0, most);
  const last = shown.at(-1);
  const rest = found.length > most && last ? { micros: last.micros, id: last.id } : undefined;
  const isHere = ({ at }: NoReply) => {
    const micros = BigInt(at) * 1000n;
    return (!before || micros < BigInt(before.micros)) && (!rest || micros >= BigInt(rest.micros));
  };
  const quiet = silences.filter(isHere).map((said): Silence => ({ kind: "silence", at: said.at, said }));
  return { items: [...shown, ...quiet].sort((a, b) => b.at - a.at), rest };
}
