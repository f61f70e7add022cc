import Link from "next/link";
import type { ReactNode } from "react";
import type { Raised } from "#lib/questions/concerns.ts";
import type { Question } from "#lib/questions/question.ts";

type AnswerReplyProps = {
  question: Question;
  /** What `concernAbout` says of the answer. */
  raised: Raised | undefined;
  coachName: string;
  /** `<SupportPanel>`. */
  support: ReactNode;
  /** Something of it was shared before. */
  isShared?: boolean;
};

/** What a person reads at once under an answer that matters: thanks first, then what helps, then what happens with it. */
export function AnswerReply({ question, raised, coachName, support, isShared = false }: AnswerReplyProps) {
  if (!raised) return null;
  const says = question.concern?.says && <p>{question.concern.says}</p>;
  if (raised.tier === "please_look")
    return (
      <div className="reply">
        <p className="reply__first">
          Thank you for telling us. {coachName} will see this when they next look. Help is open before then,
          under <Link href="/support">Support now</Link>.
        </p>
        {says}
        <p className="small">It goes to {coachName} once you share, at the end.</p>
      </div>
    );
  if (raised.showsSupport)
    return (
      <>
        {support}
        {says && <div className="reply">{says}</div>}
      </>
    );
  if (raised.tier === "note") return says ? <div className="reply">{says}</div> : null;
  return (
    <div className="reply">
      {says || <p className="reply__first">Thank you for saying so.</p>}
      <p className="small">
        {isShared ? "Once what you wrote is shared anew" : "So far only you can read it. Once you share"},{" "}
        {coachName} sees it first, and talks with you about it before anything else. It decides nothing by
        itself.
      </p>
    </div>
  );
}
