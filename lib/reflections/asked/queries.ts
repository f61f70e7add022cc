import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Answers, Question } from "#lib/questions/question.ts";
import { NotFound } from "#lib/refusal.ts";
import type { About } from "./about.ts";

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
    | { id: string; name: string; keys: string[]; shown: string[]; shareId: string | undefined }
    | undefined;
};

/**
 * What is asked of a client beside a session, and what they answered. Throws NotFound where it is not theirs, nothing is
 * asked, or it is not time yet; afterwards it is there for whoever wrote something.
 */
export async function findAsked(_client: ClientViewer, _about: About, _now: number): Promise<AskedPage> {
  throw new NotFound();
}
