import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Answer, Question } from "#lib/questions/question.ts";

/** One answer that a partner shows, under the question as it stood for them. */
export type FromPartner = {
  name: string;
  question: Pick<Question, "key" | "type" | "text" | "low" | "high" | "options">;
  answer: Answer;
};

/** What the other one of a couple shows of what they answered before this session. Nothing else of it exists here. */
export async function listFromPartner(
  _client: ClientViewer,
  _bookingId: string,
  _now: number,
): Promise<FromPartner[]> {
  return [];
}
